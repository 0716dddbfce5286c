using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>Applications that set an endpoint up.</summary>
internal static class Web
{
    /// <summary>The namespaces that the SDK for web projects makes known.</summary>
    public const string Usings = """
        global using System.IO;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using WaGen;
        """;

    /// <summary>Adds the services.</summary>
    public const string Add = """builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"));""";

    /// <summary>An application with these sources; the first has the entry point.</summary>
    public static AnalysisProject Project(params string[] sources) => AnalysisProject.Of([.. sources, Usings]).AsExecutable().OverWeb();

    /// <summary>Top-level statements around what is done with the builder and with the application.</summary>
    public static string Program(string builder, string app) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{builder}}
        var app = builder.Build();
        {{app}}
        app.Run();
        """;

    /// <summary>An application whose options are set like this.</summary>
    public static string Options(string options) => Program($$"""builder.Services.AddWhatsAppWebhooks(options => { {{options}} });""", """app.MapWhatsAppWebhooks("/hook");""");

    /// <summary>The statements with which an application begins that has the services.</summary>
    public const string Start = "var builder = WebApplication.CreateBuilder(args);\n" + Add + "\nvar app = builder.Build();\n";
}
