using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers.Setup;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Setup;

public class BodyLimitCodeFixTests
{
    [Theory]
    [InlineData("options.MaxBodyBytes = 1024; // Kept.\n", "options.MaxBodyBytes = 3 * 1024 * 1024; // Kept.\n")]
    [InlineData("options.MaxBodyBytes = /* all */ 64 * 1024;", "options.MaxBodyBytes = /* all */ 3 * 1024 * 1024;")]
    [InlineData("options.MaxBodyBytes = -1;", "options.MaxBodyBytes = 3 * 1024 * 1024;")]
    [InlineData("_ = new WhatsAppWebhookOptions { MaxBodyBytes = 1, MaxAttempts = 2 };", "_ = new WhatsAppWebhookOptions { MaxBodyBytes = 3 * 1024 * 1024, MaxAttempts = 2 };")]
    public async Task The_limit_is_raised(string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<BodyLimitAnalyzer, BodyLimitCodeFixProvider>("Set it to 3 * 1024 * 1024", Web.Project(Web.Options(before)));
        Assert.Equal(Web.Options(after), result.Texts[0]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task All_limits_of_a_project()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<BodyLimitAnalyzer, BodyLimitCodeFixProvider>(Web.Project(
            Web.Options("options.MaxBodyBytes = 1; _ = new WhatsAppWebhookOptions { MaxBodyBytes = 2 };")));
        Assert.Equal(Web.Options("options.MaxBodyBytes = 3 * 1024 * 1024; _ = new WhatsAppWebhookOptions { MaxBodyBytes = 3 * 1024 * 1024 };"), result.Texts[0]);
        result.Diagnostics.Expect();
    }
}
