using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Handlers;

/// <summary>The fix of WAGEN203: the class is added where the application sets its endpoint up.</summary>
public class RegisterHandlerCodeFixTests
{
    private const string Title = "Register 'Bot' with AddHandler<Bot>()";
    private const string Body = "public ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken ct) => default;";
    private const string Usings = "using Desk;\nusing Microsoft.AspNetCore.Builder;\nusing Microsoft.Extensions.DependencyInjection;\n\n";
    private const string Types = $"\nsealed class Bot : IShiftsHandler {{ {Body} }}\nsealed class Other : IShiftsHandler, WaGen.IUnhandledHandler {{ {Body} public ValueTask OnUnhandledAsync(WaGen.UnhandledEvent unhandled, CancellationToken ct) => default; }}\n";
    private const string Start = "var builder = WebApplication.CreateBuilder(args);\n";

    [Theory]
    [InlineData(
        "builder.Services.AddWhatsAppWebhooks(builder.Configuration).AddHandler<Other>();",
        "builder.Services.AddWhatsAppWebhooks(builder.Configuration).AddHandler<Other>()\n    .AddHandler<Bot>();")]
    [InlineData(
        "builder.Services.AddWhatsAppWebhooks(builder.Configuration)\n  .AddHandler<Other>(ServiceLifetime.Scoped)\n  .AddUnhandledHandler<Other>();",
        "builder.Services.AddWhatsAppWebhooks(builder.Configuration)\n  .AddHandler<Other>(ServiceLifetime.Scoped)\n  .AddHandler<Bot>()\n  .AddUnhandledHandler<Other>();")]
    [InlineData(
        "builder.Services\n\t.AddWhatsAppWebhooks(builder.Configuration) // The endpoint.\n\t.AddUnhandledHandler<Other>(); // The rest.",
        "builder.Services\n\t.AddWhatsAppWebhooks(builder.Configuration) // The endpoint.\n\t.AddHandler<Bot>()\n\t.AddUnhandledHandler<Other>(); // The rest.")]
    [InlineData(
        "WaGen.WhatsAppWebhookBuilder webhooks = builder.Services.AddWhatsAppWebhooks(static options => options.AppSecret = null);\nwebhooks.AddHandler<Other>();",
        "WaGen.WhatsAppWebhookBuilder webhooks = builder.Services.AddWhatsAppWebhooks(static options => options.AppSecret = null)\n    .AddHandler<Bot>();\nwebhooks.AddHandler<Other>();")]
    [InlineData(
        "if (args.Length > 1)\n{\n    builder.Services.AddWhatsAppWebhooks(\n        builder.Configuration).AddHandler<Other>();\n}",
        "if (args.Length > 1)\n{\n    builder.Services.AddWhatsAppWebhooks(\n        builder.Configuration).AddHandler<Other>()\n        .AddHandler<Bot>();\n}")]
    [InlineData(
        "WhatsAppWebhookServiceCollectionExtensions.AddWhatsAppWebhooks(builder.Services).AddHandler<Other>();",
        "WhatsAppWebhookServiceCollectionExtensions.AddWhatsAppWebhooks(builder.Services).AddHandler<Other>()\n    .AddHandler<Bot>();")]
    public async Task The_class_stands_behind_those_that_are_there(string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<HandlerRegistrationAnalyzer, RegisterHandlerCodeFixProvider>(Title, Project(Usings + Start + before + Types));
        Assert.Equal(Usings + Start + after + Types, result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task An_extension_method_in_another_file_and_another_namespace()
    {
        FixedSources result = await CodeFixRun.FixAsync<HandlerRegistrationAnalyzer, RegisterHandlerCodeFixProvider>(Title, Project(
            $"using Desk;\nnamespace Shop.Bots\n{{\n    class Bot : IShiftsHandler {{ {Body} }}\n}}\n",
            "using Microsoft.Extensions.DependencyInjection;\n\nstatic class Setup\n{\n    public static void AddShop(this IServiceCollection services) =>\r\n        services.AddWhatsAppWebhooks();\n}\n",
            "using Microsoft.AspNetCore.Builder;\n\nWebApplication.CreateBuilder(args).Services.AddShop();\n"));
        Assert.Equal(
            "using Microsoft.Extensions.DependencyInjection;\n\nstatic class Setup\n{\n    public static void AddShop(this IServiceCollection services) =>\n        services.AddWhatsAppWebhooks()\n            .AddHandler<Shop.Bots.Bot>();\n}\n",
            result.Texts[2].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }

    [Theory]
    [InlineData("Console.WriteLine(builder);", "")]
    [InlineData("builder.Services.AddWhatsAppWebhooks().AddHandler<Other>();", $"class Outer {{ class Hidden : IShiftsHandler {{ {Body} }} }}")]
    public async Task Nothing_is_offered_where_nothing_can_be_added(string statement, string type)
    {
        string types = type.Length == 0 ? Types : Types.Replace("sealed class Bot", "abstract class Bot", StringComparison.Ordinal) + type;
        Assert.Empty(await CodeFixRun.OfferedAsync<HandlerRegistrationAnalyzer, RegisterHandlerCodeFixProvider>(Project(Usings + Start + statement + types)));
    }

    [Fact]
    public async Task All_classes_at_once()
    {
        const string More = $"class Second : IShiftsHandler {{ {Body} }}\nclass Outer {{ public class Third : IShiftsHandler {{ {Body} }} }}\n";
        FixedSources result = await CodeFixRun.FixAllAsync<HandlerRegistrationAnalyzer, RegisterHandlerCodeFixProvider>(
            Project(Usings + Start + "builder.Services.AddWhatsAppWebhooks()\n    .AddHandler<Other>();" + Types + More));
        Assert.Equal(
            Usings + Start + "builder.Services.AddWhatsAppWebhooks()\n    .AddHandler<Other>()\n    .AddHandler<Bot>()\n    .AddHandler<Second>()\n    .AddHandler<Outer.Third>();" + Types + More,
            result.Texts[1]);
        result.Diagnostics.Expect();
    }

    private static AnalysisProject Project(params string[] sources) => AnalysisProject.Of([Desk.Source, .. sources]).OverWeb().AsExecutable();
}
