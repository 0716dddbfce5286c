using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Handlers;

/// <summary>WAGEN203: a handler class of an application that nothing registers.</summary>
public class HandlerClassRegistrationTests
{
    private const string Usings = """
        using Desk;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Logging;

        """;

    private const string Setup = """
        var builder = WebApplication.CreateBuilder(args);
        WaGen.WhatsAppWebhookBuilder webhooks = builder.Services.AddWhatsAppWebhooks(builder.Configuration);

        """;

    private const string Shift = "public ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken ct) => default;";
    private const string Bot = $"sealed class Bot : IShiftsHandler {{ {Shift} }}\n";

    private static readonly ExpectedDiagnostic Warning = new(
        "WAGEN203",
        DiagnosticSeverity.Warning,
        "Bot",
        "'Bot' implements 'IShiftsHandler', but nothing in this project registers it, so it is never called; add it with AddHandler<Bot>()");

    [Theory]
    [InlineData("")]
    [InlineData("builder.Services.AddSingleton<Bot>();")]
    [InlineData("builder.Services.AddSingleton<IShiftsHandler, Bot>();")]
    [InlineData("builder.Services.TryAddScoped<Bot>();")]
    [InlineData("webhooks.AddHandler<Other>();")]
    [InlineData("Console.WriteLine(nameof(Bot)); ILogger<Bot>? logger = null; Console.WriteLine(logger);")]
    [InlineData("static void Log(ILogger<Bot> logger) { } Log(null!);")]
    public async Task Nothing_registers_the_class(string statements) =>
        (await AnalyzeAsync(statements, Bot + $"class Other : IShiftsHandler {{ public static readonly Other Instance = new(); {Shift} }}")).Expect(Warning);

    [Theory]
    [InlineData($"internal class Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData($"public sealed record Bot(int Number) : IShiftsHandler {{ {Shift} }}")]
    [InlineData($"class Outer {{ class Bot : IShiftsHandler {{ {Shift} }} }}")]
    [InlineData($"partial class Bot : IShiftsHandler {{ {Shift} }} partial class Bot;")]
    [InlineData($"abstract class BotBase : IShiftsHandler {{ {Shift} }} class Bot : BotBase;")]
    [InlineData($"class BotBase : IShiftsHandler {{ {Shift} }} class Bot : BotBase;")]
    [InlineData("/// <summary>Like <see cref=\"Bot\"/>.</summary>\nclass Bot : IShiftsHandler;")]
    public async Task All_kinds_of_classes(string type) => (await AnalyzeAsync("", type)).Expect(Warning);

    [Theory]
    [InlineData("webhooks.AddHandler<Bot>();")]
    [InlineData("webhooks.AddHandler<Bot>(ServiceLifetime.Scoped);")]
    [InlineData("builder.Services.AddWhatsAppWebhooks(\"second\", builder.Configuration).AddHandler<Bot>();")]
    [InlineData("webhooks.AddHandler<Named>();", "", "using Named = Bot;")]
    [InlineData("webhooks.Register<Bot>();")]
    [InlineData("webhooks.Register(typeof(Bot));")]
    [InlineData("webhooks.AddMine();", "static class Mine { public static void AddMine(this WaGen.WhatsAppWebhookBuilder webhooks) => webhooks.AddHandler<Bot>(); }")]
    [InlineData("new BotModule().Register(webhooks);", "class BotModule : Module<Bot>;")]
    [InlineData("new Module<Bot>().Register(webhooks);")]
    [InlineData("_ = new Bot();")]
    [InlineData("Bot bot = new(); Console.WriteLine(bot);")]
    [InlineData("Console.WriteLine(Make()); static Bot Make() => new();")]
    [InlineData("_ = ActivatorUtilities.CreateInstance<Bot>(builder.Services.BuildServiceProvider());")]
    [InlineData("builder.Services.AddSingleton<Bot>(); _ = builder.Services.BuildServiceProvider().GetRequiredService<Bot>();")]
    [InlineData("builder.Services.AddSingleton<Bot>(); builder.Services.AddSingleton<Wrapper>();", "class Wrapper(Bot inner) { public object Inner => inner; }")]
    [InlineData("foreach (Type type in typeof(Program).Assembly.GetTypes()) { webhooks.Register(type); }")]
    [InlineData("webhooks.AddHandlersFromAssembly(typeof(Program).Assembly);")]
    public async Task Something_registers_the_class(string statements, string type = "", string usings = "") => (await AnalyzeAsync(
        statements,
        Bot + type + """

        class Module<T> where T : class, WaGen.IWebhookHandler { public void Register(WaGen.WhatsAppWebhookBuilder webhooks) => webhooks.AddHandler<T>(); }
        static class Extensions
        {
            public static void Register<T>(this WaGen.WhatsAppWebhookBuilder webhooks) where T : class, WaGen.IWebhookHandler => webhooks.AddHandler<T>();
            public static void Register(this WaGen.WhatsAppWebhookBuilder webhooks, Type type) { }
        """ + (statements.Contains("FromAssembly", StringComparison.Ordinal)
            ? "public static void AddHandlersFromAssembly(this WaGen.WhatsAppWebhookBuilder webhooks, System.Reflection.Assembly assembly) { } }"
            : "}"),
        usings + "\n")).Expect();

    [Fact]
    public async Task Helpers_that_name_no_class_register_none() => (await AnalyzeAsync(
        "webhooks.Register<Other>();",
        Bot + $$"""
        class Other : IShiftsHandler { {{Shift}} }
        static class Extensions { public static void Register<T>(this WaGen.WhatsAppWebhookBuilder webhooks) where T : class, WaGen.IWebhookHandler => webhooks.AddHandler<T>(); }
        """)).Expect(Warning);

    [Fact]
    public async Task The_class_hands_itself_to_somebody() => (await AnalyzeAsync(
        "builder.Services.AddSingleton<Bot>();",
        $"class Bot : IShiftsHandler {{ public void Start(Action<object> register) => register(this); {Shift} }}")).Expect();

    [Theory]
    [InlineData($"struct Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData($"class Bot<T> : IShiftsHandler {{ {Shift} }}")]
    [InlineData($"class Outer<T> {{ class Bot : IShiftsHandler {{ {Shift} }} }}")]
    [InlineData($"abstract class Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData("interface IBot : IShiftsHandler;")]
    [InlineData("class Bot : IDeskHandler;")]
    [InlineData("class Bot : WaGen.IUnhandledHandler { public ValueTask OnUnhandledAsync(WaGen.UnhandledEvent unhandled, CancellationToken ct) => default; }")]
    public async Task Types_that_cannot_be_added(string type) => (await AnalyzeAsync("", type)).Expect();

    [Fact]
    public async Task A_class_that_another_handler_derives_from() =>
        (await AnalyzeAsync("webhooks.AddHandler<Bot>();", $"class BotBase : IShiftsHandler {{ {Shift} }} class Bot : BotBase;")).Expect();

    [Fact]
    public async Task A_registration_in_another_file_and_a_classic_start()
    {
        string[] sources =
        [
            Desk.Source,
            Usings + Bot,
            Usings + "static class Program { static void Main(string[] args) => new Startup().Add(new ServiceCollection()); }",
            Usings + "class Startup { public void Add(IServiceCollection services) => services.AddWhatsAppWebhooks().AddHandler<global::Bot>(); }",
        ];
        (await AnalysisProject.Of(sources).OverWeb().AsExecutable().AnalyzeAsync(new HandlerRegistrationAnalyzer())).Expect();
        (await AnalysisProject.Of([.. sources[..3], sources[3].Replace(".AddHandler<global::Bot>()", "", StringComparison.Ordinal)]).OverWeb().AsExecutable().AnalyzeAsync(new HandlerRegistrationAnalyzer()))
            .Expect(Warning);
    }

    [Fact]
    public async Task A_library() => (await AnalysisProject.Of(Desk.Source, Usings + Bot).OverWeb().AnalyzeAsync(new HandlerRegistrationAnalyzer())).Expect();

    [Fact]
    public async Task An_application_without_host_package() =>
        (await AnalysisProject.Of(Desk.Source, "using Desk; Console.WriteLine();" + Bot).AsExecutable().AnalyzeAsync(new HandlerRegistrationAnalyzer())).Expect();

    [Fact]
    public async Task A_test_project() =>
        (await Project("", Bot, "").WithProperty("IsTestProject", "true").AnalyzeAsync(new HandlerRegistrationAnalyzer())).Expect();

    [Fact]
    public async Task Printed_code_names_nothing() => (await AnalysisProject
        .Of(Desk.Source, "using WaGen.WhatsApp; Console.WriteLine(); class Bot : ICallsHandler { public ValueTask OnConnectAsync() => default; }")
        .OverWeb().OverWhatsApp().AsExecutable().AnalyzeAsync(new HandlerRegistrationAnalyzer())).Expect(
            Warning with { Message = "'Bot' implements 'ICallsHandler', but nothing in this project registers it, so it is never called; add it with AddHandler<Bot>()" });

    private static Task<ReportedDiagnostics> AnalyzeAsync(string statements, string types, string usings = "") =>
        Project(statements, types, usings).AnalyzeAsync(new HandlerRegistrationAnalyzer());

    private static AnalysisProject Project(string statements, string types, string usings) =>
        AnalysisProject.Of(Desk.Source, $"{Usings}{usings}{Setup}{statements}\nConsole.WriteLine(webhooks);\n{types}").OverWeb().AsExecutable();
}
