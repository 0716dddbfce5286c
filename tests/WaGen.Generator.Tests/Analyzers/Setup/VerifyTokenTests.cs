using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN303.</summary>
public class VerifyTokenTests
{
    [Theory]
    [InlineData("options.AppSecret = \"a\"; options.VerifyToken = \"a\";", "\"a\"")]
    [InlineData("options.VerifyToken = \"a\"; options.AppSecret = (\"a\");", "\"a\"")]
    [InlineData("string s = args[0]; options.AppSecret = s; options.VerifyToken = s;", "s")]
    [InlineData("options.AppSecret = s_secret; options.VerifyToken = s_secret;", "s_secret", "string s_secret = \"\";")]
    [InlineData("options.AppSecret = builder.Configuration[\"Secret\"]; options.VerifyToken = builder.Configuration[\"Secret\"]!;", "builder.Configuration[\"Secret\"]")]
    [InlineData("var c = builder.Configuration; options.AppSecret = c[\"a\"] ?? throw new Exception(); options.MaxAttempts = 3; options.VerifyToken = c[\"a\"];", "c[\"a\"]")]
    [InlineData("options.AppSecret = Environment.GetEnvironmentVariable(\"A\"); options.VerifyToken = Environment.GetEnvironmentVariable(\"A\");", "Environment.GetEnvironmentVariable(\"A\")")]
    [InlineData("options.AppSecret = builder.Configuration.GetValue<string>(\"A\"); options.VerifyToken = builder.Configuration.GetValue<string>(\"A\");", "builder.Configuration.GetValue<string>(\"A\")")]
    [InlineData("options.VerifyToken = options.AppSecret;", "options.AppSecret")]
    [InlineData("options.AppSecret = options.VerifyToken;", "options.VerifyToken")]
    [InlineData("_ = new WhatsAppWebhookOptions { AppSecret = \"a\", VerifyToken = \"a\" };", "\"a\"")]
    public Task Same_value(string statements, string text, string before = "") => Expect(
        statements,
        before,
        new ExpectedDiagnostic(
            "WAGEN303",
            DiagnosticSeverity.Warning,
            text,
            "'VerifyToken' has the same value as 'AppSecret', and the token travels in a query string that ends up in logs; make up another token"));

    [Fact]
    public Task Values_of_lists() => Expect(
        "_ = new WhatsAppWebhookOptions { AppSecrets = { [\"a\"] = \"x\", [\"b\"] = \"y\" }, VerifyTokens = { \"y\" } }; options.AppSecret = \"z\"; options.VerifyTokens.Add(\"z\");",
        "",
        new ExpectedDiagnostic("WAGEN303", DiagnosticSeverity.Warning, "\"y\"", "'VerifyTokens' has the same value as 'AppSecrets', and the token travels in a query string that ends up in logs; make up another token"),
        new ExpectedDiagnostic("WAGEN303", DiagnosticSeverity.Warning, "\"z\"", "'VerifyTokens' has the same value as 'AppSecret', and the token travels in a query string that ends up in logs; make up another token"));

    [Theory]
    [InlineData("options.AppSecret = \"a\"; options.VerifyToken = \"b\";")]
    [InlineData("options.AppSecret = null; options.VerifyToken = null;")]
    [InlineData("options.AppSecret = \"\"; options.VerifyToken = \"\";")]
    [InlineData("options.AppSecret = args[0]; options.VerifyToken = args[1];")]
    [InlineData("options.AppSecret = builder.Configuration[\"a\"]; options.VerifyToken = builder.Configuration[\"b\"];")]
    [InlineData("string s = args[0]; options.AppSecret = s; s = args[1]; options.VerifyToken = s;")]
    [InlineData("options.AppSecret = Next(); options.VerifyToken = Next(); static string Next() => Guid.NewGuid().ToString();")]
    [InlineData("options.AppSecret = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32); options.VerifyToken = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32);")]
    [InlineData("var other = new WhatsAppWebhookOptions(); other.AppSecret = \"a\"; options.VerifyToken = \"a\";")]
    [InlineData("options.AppSecrets[\"old\"] = \"a\"; options.AppSecret = \"a\";")]
    [InlineData("var a = new WhatsAppWebhookOptions { AppSecret = \"a\" }; var b = new WhatsAppWebhookOptions { VerifyToken = \"a\" };")]
    [InlineData("if (args.Length > 0) { options.AppSecret = \"a\"; } else { options.VerifyToken = \"a\"; }")]
    public Task Other_values(string statements) => Expect(statements, "");

    private static async Task Expect(string statements, string before, params ExpectedDiagnostic[] expected) =>
        (await Web.Project(before + Web.Options(statements)).AnalyzeAsync(new VerifyTokenAnalyzer())).Expect(expected);
}
