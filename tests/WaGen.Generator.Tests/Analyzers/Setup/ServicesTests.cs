using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN301.</summary>
public class ServicesTests
{
    private const string Map = """app.MapWhatsAppWebhooks("/webhooks");""";

    private const string Startup = """
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

        class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services{0};

            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks("/webhooks"));
            }
        }
        """;

    private static readonly ExpectedDiagnostic Missing = new(
        "WAGEN301",
        DiagnosticSeverity.Warning,
        "MapWhatsAppWebhooks",
        "'MapWhatsAppWebhooks' needs services that nothing in this project adds, so that the application does not start; call 'AddWhatsAppWebhooks' on the services first");

    [Fact]
    public Task Endpoint_without_services() => Expect(Web.Project(Web.Program("", Map)), Missing);

    [Fact]
    public Task A_call_that_is_commented_out_adds_nothing() => Expect(Web.Project(Web.Program("// " + Web.Add, Map)), Missing);

    [Fact]
    public Task Startup_class_without_services() => Expect(Web.Project(Startup.Replace("{0}", ".AddRouting()", StringComparison.Ordinal)), Missing);

    [Fact]
    public Task Startup_class_with_services() => Expect(Web.Project(Startup.Replace("{0}", ".AddWhatsAppWebhooks(o => o.AppSecret = null)", StringComparison.Ordinal)));

    [Theory]
    [InlineData(Web.Add)]
    [InlineData("WhatsAppWebhookServiceCollectionExtensions.AddWhatsAppWebhooks(builder.Services);")]
    [InlineData("""if (args.Length > 0) { builder.Services.AddWhatsAppWebhooks("other"); }""")]
    public Task Endpoint_with_services(string add) => Expect(Web.Project(Web.Program(add, Map)));

    [Fact]
    public Task Services_that_an_extension_method_in_another_file_adds() => Expect(Web.Project(
        Web.Program("builder.Services.AddBot();", Map),
        "static class BotServices { public static void AddBot(this IServiceCollection services) => services.AddWhatsAppWebhooks(); }"));

    [Fact]
    public Task Services_that_a_method_group_adds() => Expect(Web.Project(
        Web.Program("With(builder.Services, \"\", WhatsAppWebhookServiceCollectionExtensions.AddWhatsAppWebhooks);\nstatic void With(IServiceCollection s, string n, Func<IServiceCollection, string, WhatsAppWebhookBuilder> add) => add(s, n);", Map)));

    [Fact]
    public Task An_application_without_an_endpoint() => Expect(Web.Project(Web.Program("", """app.MapGet("/", () => "");""")));

    [Fact]
    public Task A_library_maps_for_others() =>
        Expect(AnalysisProject.Of("public static class Bot { public static void MapBot(this IEndpointRouteBuilder app) => app.MapWhatsAppWebhooks(\"/\"); }", Web.Usings).OverWeb());

    [Fact]
    public Task A_test_breaks_rules_on_purpose() => Expect(Web.Project(Web.Program("", Map)).WithProperty("IsTestProject", "true"));

    [Fact]
    public Task A_referenced_library_that_knows_the_host_package_may_add_the_services() =>
        Expect(Web.Project(Web.Program("Bot.Setup.AddBot(builder.Services);", Map)).WithLibrary("namespace Bot; public static class Setup { public static void AddBot(IServiceCollection services) => services.AddWhatsAppWebhooks(); }", Web.Usings));

    [Fact]
    public Task Services_found_after_an_edit_of_another_file_are_found() => ExpectAfterEditAsync();

    private static async Task ExpectAfterEditAsync()
    {
        var analyzer = new ServicesAnalyzer();
        AnalysisProject project = Web.Project(Web.Program("Bot.Add(builder.Services);", Map), "static class Bot { public static void Add(IServiceCollection s) { } }");
        Compilation before = project.Compile();
        new ReportedDiagnostics(await project.DiagnosticsAsync(before, analyzer)).Expect(Missing);
        SyntaxTree tree = before.SyntaxTrees.Single(static t => t.FilePath is "Source1.cs");
        Compilation after = before.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From("static class Bot { public static void Add(IServiceCollection s) => s.AddWhatsAppWebhooks(); }")));
        new ReportedDiagnostics(await project.DiagnosticsAsync(after, analyzer)).Expect();
    }

    private static async Task Expect(AnalysisProject project, params ExpectedDiagnostic[] expected) => (await project.AnalyzeAsync(new ServicesAnalyzer())).Expect(expected);
}
