using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN306.</summary>
public class BodyLimitTests
{
    [Theory]
    [InlineData("options.MaxBodyBytes = 1024 * 1024;", "1024 * 1024", "1048576")]
    [InlineData("options.MaxBodyBytes = 3 * 1000 * 1000;", "3 * 1000 * 1000", "3000000")]
    [InlineData("options.MaxBodyBytes = 3145727;", "3145727", "3145727")]
    [InlineData("options.MaxBodyBytes = 0;", "0", "0")]
    [InlineData("options.MaxBodyBytes = -1;", "-1", "-1")]
    [InlineData("const int limit = 65536; options.MaxBodyBytes = limit;", "limit", "65536")]
    [InlineData("_ = new WhatsAppWebhookOptions { MaxBodyBytes = 65536 };", "65536", "65536")]
    public Task Too_low(string statement, string text, string value) => Expect(
        statement,
        new ExpectedDiagnostic(
            "WAGEN306",
            DiagnosticSeverity.Warning,
            text,
            $"'MaxBodyBytes' is set to {value} bytes, but deliveries may have up to 3145728, and one that is refused is lost with all its events; set it to 3145728 or leave it out"));

    [Theory]
    [InlineData("options.MaxBodyBytes = 3 * 1024 * 1024;")]
    [InlineData("options.MaxBodyBytes = int.MaxValue;")]
    [InlineData("options.MaxBodyBytes = int.Parse(args[0]);")]
    [InlineData("options.MaxConcurrency = 4;")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1024);")]
    public Task High_enough(string statement) => Expect(statement);

    [Fact]
    public async Task A_test_project_may_set_it_low() =>
        (await Web.Project(Web.Options("options.MaxBodyBytes = 1;")).WithProperty("IsTestProject", "true").AnalyzeAsync(new BodyLimitAnalyzer())).Expect();

    private static async Task Expect(string statement, params ExpectedDiagnostic[] expected) =>
        (await Web.Project(Web.Options(statement)).AnalyzeAsync(new BodyLimitAnalyzer())).Expect(expected);
}
