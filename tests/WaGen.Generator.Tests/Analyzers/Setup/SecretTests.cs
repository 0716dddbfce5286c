using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN302.</summary>
public class SecretTests
{
    private const string Fields = """

        static class Keys
        {
            public const string Constant = "c0ffee";
            public static readonly string Fixed = "c0ffee";
            public static readonly string Made = Guid.NewGuid().ToString();
            public static string Open = "c0ffee";
            public static readonly string Empty = "";
        }
        """;

    [Theory]
    [InlineData("""options.AppSecret = "c0ffee";""", "AppSecret", "\"c0ffee\"")]
    [InlineData("""options.VerifyToken = "c0ffee";""", "VerifyToken", "\"c0ffee\"")]
    [InlineData("""options.AppSecret = ("c0ffee");""", "AppSecret", "\"c0ffee\"")]
    [InlineData("""options.AppSecret = "c0" + "ffee";""", "AppSecret", "\"c0\" + \"ffee\"")]
    [InlineData("""options.AppSecret = $"c0ffee";""", "AppSecret", "$\"c0ffee\"")]
    [InlineData("""options.AppSecret = Keys.Constant;""", "AppSecret", "Keys.Constant")]
    [InlineData("""options.AppSecret = Keys.Fixed;""", "AppSecret", "Keys.Fixed")]
    [InlineData("""const string secret = "c0ffee"; options.AppSecret = secret;""", "AppSecret", "secret")]
    [InlineData("""options.AppSecrets["shop"] = "c0ffee";""", "AppSecrets", "\"c0ffee\"")]
    [InlineData("""options.AppSecrets.Add("shop", "c0ffee");""", "AppSecrets", "\"c0ffee\"")]
    [InlineData("""options.VerifyTokens.Add("c0ffee");""", "VerifyTokens", "\"c0ffee\"")]
    [InlineData("""_ = new WhatsAppWebhookOptions { AppSecret = "c0ffee" };""", "AppSecret", "\"c0ffee\"")]
    [InlineData("""_ = new WhatsAppWebhookOptions { AppSecrets = { ["shop"] = "c0ffee" } };""", "AppSecrets", "\"c0ffee\"")]
    [InlineData("""_ = new WhatsAppWebhookOptions { AppSecrets = { { "shop", "c0ffee" } } };""", "AppSecrets", "\"c0ffee\"")]
    [InlineData("""_ = new WhatsAppWebhookOptions { VerifyTokens = { "c0ffee" } };""", "VerifyTokens", "\"c0ffee\"")]
    [InlineData("""builder.Configuration["WhatsApp:AppSecret"] = "c0ffee";""", "WhatsApp:AppSecret", "\"c0ffee\"")]
    [InlineData("""builder.Configuration["whatsapp:appsecrets:shop"] = "c0ffee";""", "whatsapp:appsecrets:shop", "\"c0ffee\"")]
    [InlineData("""builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["WhatsApp:VerifyToken"] = "c0ffee" });""", "WhatsApp:VerifyToken", "\"c0ffee\"")]
    [InlineData("""builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { { "WhatsApp:VerifyToken", "c0ffee" } });""", "WhatsApp:VerifyToken", "\"c0ffee\"")]
    [InlineData("""builder.Configuration.AddInMemoryCollection([new("WhatsApp:VerifyToken", "c0ffee")]);""", "WhatsApp:VerifyToken", "\"c0ffee\"")]
    public Task A_value_in_the_code(string statement, string name, string text) => Expect(
        statement,
        new ExpectedDiagnostic(
            "WAGEN302",
            DiagnosticSeverity.Warning,
            text,
            $"The value of '{name}' stands in the code, where everybody with the source or the assembly can read it; read it from the configuration"));

    [Theory]
    [InlineData("options.AppSecret = builder.Configuration[\"WhatsApp:AppSecret\"];")]
    [InlineData("options.AppSecret = Environment.GetEnvironmentVariable(\"SECRET\") ?? throw new InvalidOperationException(\"Set SECRET.\");")]
    [InlineData("options.AppSecret = \"\";")]
    [InlineData("options.AppSecret = \" \";")]
    [InlineData("options.AppSecret = null;")]
    [InlineData("options.AppSecret = Keys.Made;")]
    [InlineData("options.AppSecret = Keys.Open;")]
    [InlineData("options.AppSecret = Keys.Empty;")]
    [InlineData("var secret = \"\"; secret += File.ReadAllText(\"secret\"); options.AppSecret = secret;")]
    [InlineData("options.AppSecrets[\"shop\"] = File.ReadAllText(\"secret\");")]
    [InlineData("foreach (string token in args) { options.VerifyTokens.Add(token); }")]
    [InlineData("options.VerifyTokens.Remove(\"c0ffee\");")]
    [InlineData("_ = new { AppSecret = \"c0ffee\" };")]
    [InlineData("builder.Configuration[\"WhatsApp:AppSecretName\"] = \"name of a vault entry\";")]
    [InlineData("builder.Configuration[\"Shop:AppSecret\"] = \"c0ffee\";")]
    [InlineData("builder.Configuration[\"WhatsApp:AppSecret\"] = File.ReadAllText(\"secret\");")]
    [InlineData("var texts = new Dictionary<string, string> { [\"WhatsApp:AppSecret\"] = \"the secret of the app\" }; texts.Add(\"WhatsApp:VerifyToken\", \"set it first\");")]
    [InlineData("var texts = new Dictionary<string, string> { [\"a:b\"] = \"c0ffee\" }; texts.Add(\"c:d\", \"c0ffee\");")]
    [InlineData("new Fake { AppSecret = \"c0ffee\" }.ToString();")]
    public Task No_value_in_the_code(string statement) => Expect(statement);

    [Fact]
    public async Task A_test_project_makes_secrets_up() =>
        (await Web.Project(Web.Options("options.AppSecret = \"c0ffee\";")).WithProperty("IsTestProject", "true").AnalyzeAsync(new SecretAnalyzer())).Expect();

    [Fact]
    public async Task A_library_is_no_application() => (await AnalysisProject
        .Of("public class Defaults { public void Set(WhatsAppWebhookOptions options) => options.VerifyToken = \"c0ffee\"; }", Web.Usings)
        .OverWeb()
        .AnalyzeAsync(new SecretAnalyzer())).Expect();

    private static async Task Expect(string statement, params ExpectedDiagnostic[] expected) =>
        (await Web.Project(Web.Options(statement) + Fields + "class Fake { public string? AppSecret { get; set; } }").AnalyzeAsync(new SecretAnalyzer())).Expect(expected);
}
