using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers.Setup;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Setup;

public class SecretCodeFixTests
{
    private const string Title = "Read it from the configuration";

    [Theory]
    [InlineData("options.AppSecret = \"x\"; // Kept.\n", "options.AppSecret = builder.Configuration[\"WhatsApp:AppSecret\"]; // Kept.\n")]
    [InlineData("options.VerifyToken = /* why */ \"x\";", "options.VerifyToken = /* why */ builder.Configuration[\"WhatsApp:VerifyToken\"];")]
    [InlineData("const string secret = \"x\"; options.AppSecret = secret;", "const string secret = \"x\"; options.AppSecret = builder.Configuration[\"WhatsApp:AppSecret\"];", true)]
    [InlineData("_ = new WhatsAppWebhookOptions { AppSecret = \"x\" };", "_ = new WhatsAppWebhookOptions { AppSecret = builder.Configuration[\"WhatsApp:AppSecret\"] };")]
    [InlineData(
        "options.AppSecrets[\"shop\"] = \"x\";",
        "options.AppSecrets[\"shop\"] = builder.Configuration[\"WhatsApp:AppSecrets:shop\"] ?? throw new InvalidOperationException(\"WhatsApp:AppSecrets:shop is not configured.\");")]
    [InlineData(
        "options.AppSecrets.Add(\"shop\", \"x\");",
        "options.AppSecrets.Add(\"shop\", builder.Configuration[\"WhatsApp:AppSecrets:shop\"] ?? throw new InvalidOperationException(\"WhatsApp:AppSecrets:shop is not configured.\"));")]
    [InlineData(
        "_ = new WhatsAppWebhookOptions { VerifyTokens = { args[0], \"x\" } };",
        "_ = new WhatsAppWebhookOptions { VerifyTokens = { args[0], builder.Configuration[\"WhatsApp:VerifyTokens:1\"] ?? throw new InvalidOperationException(\"WhatsApp:VerifyTokens:1 is not configured.\") } };")]
    public async Task A_value_is_read_from_the_builder(string before, string after, bool isUnusedAfterwards = false)
    {
        FixedSources result = await FixAsync(Web.Options(before));
        Assert.Equal(Web.Options(after), result.Texts[0], ignoreLineEndingDifferences: true);
        if (!isUnusedAfterwards)
        {
            result.Diagnostics.Expect();
        }
    }

    [Theory]
    [InlineData("class Setup(IConfiguration configuration) { void Set(WhatsAppWebhookOptions o) => o.AppSecret = {0}; }", "configuration")]
    [InlineData("class Setup { public required IConfigurationRoot Root { get; init; } void Set(WhatsAppWebhookOptions o) => o.AppSecret = {0}; }", "Root")]
    [InlineData("class Setup { private readonly IConfiguration _settings = new ConfigurationManager(); void Set(WhatsAppWebhookOptions o) { o.AppSecret = {0}; } }", "_settings")]
    [InlineData("static class Setup { static void Set(IServiceCollection s, IConfiguration c) => s.Configure<WhatsAppWebhookOptions>(o => o.AppSecret = {0}); }", "c")]
    [InlineData("static class Setup { static void Set(HostBuilderContext context, WhatsAppWebhookOptions o) => o.AppSecret = {0}; }", "context.Configuration")]
    [InlineData("static class Setup { static void Set(WhatsAppWebhookOptions o) { IConfiguration c = new ConfigurationManager(); o.AppSecret = {0}; } }", "c")]
    public async Task A_configuration_at_hand_is_used(string source, string configuration)
    {
        string program = Web.Program("", "");
        FixedSources result = await FixAsync(program, source.Replace("{0}", "\"x\"", StringComparison.Ordinal));
        Assert.Equal(source.Replace("{0}", configuration + "[\"WhatsApp:AppSecret\"]", StringComparison.Ordinal), result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Theory]
    [InlineData("static class Setup { static void Set(WhatsAppWebhookOptions o) => o.AppSecret = \"x\"; }")]
    [InlineData("class Setup { IConfiguration C { get; } = new ConfigurationManager(); static void Set(WhatsAppWebhookOptions o) => o.AppSecret = \"x\"; }")]
    [InlineData("class Setup { static void Set(IConfiguration c, IServiceCollection s) => s.Configure<WhatsAppWebhookOptions>(static o => o.AppSecret = \"x\"); }")]
    [InlineData("class Setup(IConfiguration c) { IConfiguration Get() => c; static void Fix(WhatsAppWebhookOptions o) => o.AppSecret = \"x\"; }")]
    [InlineData("class Setup { static void Set(WhatsAppWebhookOptions o, IConfiguration? c) => o.AppSecret = \"x\"; }")]
    [InlineData("class Setup { static void Set(WhatsAppWebhookOptions o) { o.AppSecret = \"x\"; IConfiguration c = new ConfigurationManager(); } }")]
    public async Task No_configuration_at_hand(string source) =>
        Assert.Empty(await CodeFixRun.OfferedAsync<SecretAnalyzer, SecretCodeFixProvider>(Web.Project(Web.Program("", "") + source)));

    [Fact]
    public async Task A_key_of_the_configuration_is_left_alone() =>
        Assert.Empty(await CodeFixRun.OfferedAsync<SecretAnalyzer, SecretCodeFixProvider>(Web.Project(Web.Options("builder.Configuration[\"WhatsApp:AppSecret\"] = \"x\";"))));

    [Fact]
    public async Task All_values_of_a_project()
    {
        const string Required = "builder.Configuration[\"WhatsApp:VerifyTokens:{0}\"] ?? throw new InvalidOperationException(\"WhatsApp:VerifyTokens:{0} is not configured.\")";
        FixedSources result = await CodeFixRun.FixAllAsync<SecretAnalyzer, SecretCodeFixProvider>(Web.Project(
            Web.Options("options.AppSecret = \"x\"; options.VerifyTokens.Add(\"y\"); options.VerifyTokens.Add(\"z\");")));
        Assert.Equal(
            Web.Options($"options.AppSecret = builder.Configuration[\"WhatsApp:AppSecret\"]; options.VerifyTokens.Add({Required.Replace("{0}", "0", StringComparison.Ordinal)}); options.VerifyTokens.Add({Required.Replace("{0}", "1", StringComparison.Ordinal)});"),
            result.Texts[0]);
        result.Diagnostics.Expect();
    }

    private static Task<FixedSources> FixAsync(params string[] sources) => CodeFixRun.FixAsync<SecretAnalyzer, SecretCodeFixProvider>(Title, Web.Project(sources));
}
