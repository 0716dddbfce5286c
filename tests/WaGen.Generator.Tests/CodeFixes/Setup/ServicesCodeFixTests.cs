using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers.Setup;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Setup;

public class ServicesCodeFixTests
{
    private const string Title = "Call AddWhatsAppWebhooks before the application is built";

    [Fact]
    public Task Top_level_statements() => Expect(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRouting();

        // Ready.
        var app = builder.Build();
        app.MapWhatsAppWebhooks("/hook");
        app.Run();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRouting();
        builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"));

        // Ready.
        var app = builder.Build();
        app.MapWhatsAppWebhooks("/hook");
        app.Run();
        """);

    [Fact]
    public Task A_main_method_in_a_file_without_the_namespace() => Expect(
        """
        using Microsoft.AspNetCore.Builder;

        class Program
        {
            static void Main()
            {
                WebApplicationBuilder b = WebApplication.CreateBuilder();
                WebApplication app = b.Build();
                app.MapGroup("/a").MapWhatsAppWebhooks("/hook");
                app.Run();
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        class Program
        {
            static void Main()
            {
                WebApplicationBuilder b = WebApplication.CreateBuilder();
                b.Services.AddWhatsAppWebhooks(b.Configuration.GetSection("WhatsApp"));
                WebApplication app = b.Build();
                app.MapGroup("/a").MapWhatsAppWebhooks("/hook");
                app.Run();
            }
        }
        """,
        isWeb: false);

    [Theory]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.MapWhatsAppWebhooks(\"/hook\");")]
    [InlineData("var app = WebApplication.Create(args); app.MapWhatsAppWebhooks(\"/hook\");")]
    [InlineData("Map(WebApplication.Create(args)); static void Map(IEndpointRouteBuilder routes) => routes.MapWhatsAppWebhooks(\"/hook\");")]
    public async Task Another_shape_is_left_alone(string statements) => Assert.Empty(await CodeFixRun.OfferedAsync<ServicesAnalyzer, ServicesCodeFixProvider>(Web.Project(statements)));

    private static async Task Expect(string before, string after, bool isWeb = true)
    {
        AnalysisProject project = isWeb ? Web.Project(before) : AnalysisProject.Of(before).AsExecutable().OverWeb();
        FixedSources result = await CodeFixRun.FixAsync<ServicesAnalyzer, ServicesCodeFixProvider>(Title, project);
        Assert.Equal(after, result.Texts[0], ignoreLineEndingDifferences: true);
        result.Diagnostics.Expect();
    }
}
