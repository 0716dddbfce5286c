using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Handlers;

/// <summary>WAGEN202: a class that lists a handler interface and handles nothing of it.</summary>
public class HandlerClassNothingTests
{
    private const string Shift = "public ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken ct) => default;";

    [Theory]
    [InlineData("class Bot : IShiftsHandler;")]
    [InlineData("sealed class Bot(string name) : IShiftsHandler { public string Name => name; }")]
    [InlineData("struct Bot : IShiftsHandler;")]
    [InlineData("record Bot(int Number) : IShiftsHandler;")]
    [InlineData("record struct Bot(int Number) : IShiftsHandler;")]
    [InlineData("class Bot<T> : IShiftsHandler where T : class;")]
    [InlineData("class Outer { private sealed class Bot : IShiftsHandler; }")]
    [InlineData("partial class Bot; partial class Bot : IShiftsHandler; partial class Bot : IShiftsHandler;")]
    [InlineData("class Bot : IShiftsHandler { public Task SendAsync(Shift shift) => Task.CompletedTask; }")]
    [InlineData("abstract class BotBase; class Bot : BotBase, IShiftsHandler;")]
    [InlineData("abstract class BotBase : IShiftsHandler; class Bot : BotBase, IShiftsHandler;", "IShiftsHandler")]
    public async Task A_type_that_implements_no_method(string source, string text = "IShiftsHandler")
    {
        ReportedDiagnostics reported = await AnalyzeAsync(source);
        reported.Expect(Warning(text, "'Bot' lists 'IShiftsHandler' but implements none of its methods, so every event stays unhandled; implement a method or remove the interface"));
    }

    [Theory]
    [InlineData("class Bot : Desk.IShiftsHandler;", "Desk.IShiftsHandler")]
    [InlineData("class Bot : global::Desk.IShiftsHandler;", "global::Desk.IShiftsHandler")]
    public async Task The_whole_name_in_the_base_list_is_underlined(string source, string text) => (await AnalyzeAsync(source)).Expect(Warning(text));

    [Fact]
    public async Task The_class_is_underlined_where_an_alias_stands_in_the_base_list() =>
        (await AnalyzerRun.AnalyzeAsync<HandlerClassAnalyzer>(Desk.Source, "using Shifts = Desk.IShiftsHandler; class Bot : Shifts;")).Expect(Warning("Bot"));

    [Fact]
    public async Task Only_the_interface_of_which_nothing_is_implemented() => (await AnalyzeAsync(
        $$"""
        class Bot : IShiftsHandler, ITicketsHandler
        {
            {{Shift}}
        }
        """)).Expect(Warning("ITicketsHandler"));

    [Fact]
    public async Task An_interface_of_the_users_that_only_joins_two() => (await AnalyzeAsync(
        "interface IAll : IShiftsHandler, ITicketsHandler; class Bot : IAll;"))
        .Expect(Warning("IAll"));

    [Theory]
    [InlineData($"class Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData("class Bot : IShiftsHandler { ValueTask IShiftsHandler.OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken ct) => default; }")]
    [InlineData($"class Base {{ {Shift} }} class Bot : Base, IShiftsHandler;")]
    [InlineData($"class Base : IShiftsHandler {{ {Shift} }} class Bot : Base, IShiftsHandler;")]
    [InlineData($"partial class Bot : IShiftsHandler; partial class Bot {{ {Shift} }}")]
    [InlineData($"class Bot<T> : IShiftsHandler {{ {Shift} }}")]
    [InlineData($"struct Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData($"interface IAll : IShiftsHandler, ITicketsHandler; class Bot : IAll {{ {Shift} }}")]
    public Task A_type_that_implements_one(string source) => ExpectNothingAsync(source);

    [Fact]
    public Task An_implementation_in_an_interface_of_the_users() => ExpectNothingAsync("""
        interface IQuiet : IShiftsHandler
        {
            ValueTask IShiftsHandler.OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken cancellationToken) => default;
        }
        class Bot : IQuiet;
        """);

    [Theory]
    [InlineData("abstract class Bot : IShiftsHandler;")]
    [InlineData("interface IBot : IShiftsHandler;")]
    [InlineData("class Bot<T> where T : IShiftsHandler;")]
    [InlineData("class Bot : IDeskHandler;")]
    [InlineData("class Bot : WaGen.IUnhandledHandler { public ValueTask OnUnhandledAsync(WaGen.UnhandledEvent unhandled, CancellationToken ct) => default; }")]
    [InlineData("class Bot : IShiftsHandler, WaGen.IUnhandledHandler { public ValueTask OnUnhandledAsync(WaGen.UnhandledEvent unhandled, CancellationToken ct) => default; }")]
    [InlineData("interface ISender : IShiftsHandler { Task SendAsync(); } class Bot : ISender { public Task SendAsync() => Task.CompletedTask; }")]
    [InlineData("class Bot;")]
    public Task A_type_that_is_no_handler_or_has_another_reason(string source) => ExpectNothingAsync(source);

    [Fact]
    public Task A_class_that_another_one_derives_from() => ExpectNothingAsync($$"""
        class BotBase : IShiftsHandler { protected void Log() { } }
        class Bot : BotBase, IShiftsHandler { {{Shift}} }
        """);

    [Theory]
    [InlineData("public ValueTask OnShiftAsync(Shift shift) => default;")]
    [InlineData("public Task OnShift(Shift shift, ShiftsContext context) => Task.CompletedTask;")]
    [InlineData("public static ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken ct) => default;")]
    public Task A_near_miss_is_left_to_its_own_rule(string member) => ExpectNothingAsync($"class Bot : IShiftsHandler {{ {member} }}");

    [Fact]
    public async Task A_near_miss_of_another_interface_does_not_count() =>
        (await AnalyzeAsync("class Bot : IShiftsHandler, ITicketsHandler { public ValueTask OnShiftAsync(Shift shift) => default; }")).Expect(Warning("ITicketsHandler"));

    [Fact]
    public async Task A_method_with_an_unknown_type_is_left_to_the_compiler() =>
        (await AnalyzeAsync("class Bot : IShiftsHandler { public ValueTask OnShiftAsync(Shfit shift, ShiftsContext context, CancellationToken ct) => default; }"))
            .Expect(new ExpectedDiagnostic("CS0246", DiagnosticSeverity.Error, "Shfit"));

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public async Task A_fake_in_a_test_project(string value) =>
        (await AnalysisProject.Of(Desk.Source, "class Fake : Desk.IShiftsHandler;").WithProperty("IsTestProject", value).AnalyzeAsync(new HandlerClassAnalyzer())).Expect();

    [Fact]
    public async Task A_project_that_says_that_it_holds_no_tests() =>
        (await AnalysisProject.Of(Desk.Source, "class Bot : Desk.IShiftsHandler;").WithProperty("IsTestProject", "false").AnalyzeAsync(new HandlerClassAnalyzer()))
            .Expect(Warning("Desk.IShiftsHandler"));

    [Fact]
    public Task Generated_code() => ExpectNothingAsync("// <auto-generated/>\nclass Bot : Desk.IShiftsHandler;");

    [Fact]
    public Task A_pragma() => ExpectNothingAsync("""
        #pragma warning disable WAGEN202 // Written next week.
        class Bot : IShiftsHandler;
        #pragma warning restore WAGEN202
        """);

    private static ExpectedDiagnostic Warning(string text, string? message = null) => new("WAGEN202", DiagnosticSeverity.Warning, text, message);

    private static async Task ExpectNothingAsync(string source) => (await AnalyzeAsync(source)).Expect();

    private static Task<ReportedDiagnostics> AnalyzeAsync(string source) =>
        AnalyzerRun.AnalyzeAsync<HandlerClassAnalyzer>(Desk.Source, source.StartsWith("//", StringComparison.Ordinal) ? source : $"using Desk;\n{source}");
}
