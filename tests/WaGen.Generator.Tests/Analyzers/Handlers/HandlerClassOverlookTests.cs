using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Handlers;

/// <summary>WAGEN209 and WAGEN210: a class that handles some events and overlooks those that matter most.</summary>
public class HandlerClassOverlookTests
{
    private const string Opened = "public ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct) => default;";
    private const string Lost = "public ValueTask OnLostAsync(LostTicket ticket, TicketsContext context, CancellationToken ct) => default;";
    private const string Strange = "public ValueTask OnStrangeAsync(StrangeTicket ticket, TicketsContext context, CancellationToken ct) => default;";
    private const string Ticket = "public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken ct) => default;";
    private const string Note = "public ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken ct) => default;";
    private const string Unhandled = "public ValueTask OnUnhandledAsync(WaGen.UnhandledEvent unhandled, CancellationToken ct) => default;";

    private static readonly ExpectedDiagnostic Failure = new(
        "WAGEN209",
        DiagnosticSeverity.Warning,
        "Bot",
        "'Bot' handles other events of 'ITicketsHandler' but not 'OnLostAsync', the only one that tells about failures; implement 'OnLostAsync' or 'OnTicketAsync'");

    private static readonly ExpectedDiagnostic Fallback = new(
        "WAGEN210",
        DiagnosticSeverity.Info,
        "Bot",
        "'Bot' handles some events of 'ITicketsHandler' but neither 'OnStrangeAsync' nor 'OnTicketAsync', so that nobody sees what has no method of its own; implement one of them or IUnhandledHandler");

    [Theory]
    [InlineData($"class Bot : ITicketsHandler {{ {Opened} {Strange} }}")]
    [InlineData($"class Bot<T> : ITicketsHandler {{ {Opened} {Strange} }}")]
    [InlineData($"struct Bot : ITicketsHandler {{ {Opened} {Strange} }}")]
    [InlineData($"partial class Bot : ITicketsHandler; partial class Bot {{ {Opened} {Strange} }}")]
    [InlineData($"abstract class BotBase : ITicketsHandler {{ {Opened} {Strange} }} class Bot : BotBase;")]
    [InlineData($"class BotBase : ITicketsHandler {{ {Opened} {Strange} }} class Bot : BotBase;")]
    [InlineData($"interface IMine : ITicketsHandler; class Bot : IMine {{ {Opened} {Strange} }}")]
    [InlineData($"class Bot : ITicketsHandler {{ {Strange} }}")]
    public async Task A_class_that_overlooks_failures(string source) => (await AnalyzeAsync(source)).Expect(Failure);

    [Theory]
    [InlineData($"class Bot : ITicketsHandler {{ {Opened} {Lost} }}")]
    [InlineData($"class Bot : ITicketsHandler {{ {Lost} }}")]
    [InlineData("class Bot : ITicketsHandler { ValueTask ITicketsHandler.OnLostAsync(LostTicket ticket, TicketsContext context, CancellationToken ct) => default; }")]
    public async Task A_class_that_overlooks_what_has_no_method_of_its_own(string source) => (await AnalyzeAsync(source)).Expect(Fallback);

    [Fact]
    public async Task A_class_that_overlooks_both() => (await AnalyzeAsync($"class Bot : ITicketsHandler {{ {Opened} }}")).Expect(Failure, Fallback);

    [Theory]
    [InlineData($"class Bot : ITicketsHandler {{ {Opened} {Lost} {Strange} }}")]
    [InlineData($"class Bot : ITicketsHandler {{ {Opened} {Ticket} }}")]
    [InlineData($"class Bot : ITicketsHandler {{ {Note} }}")]
    [InlineData($"abstract class Bot : ITicketsHandler {{ {Opened} }}")]
    [InlineData($"abstract class BotBase : ITicketsHandler {{ {Opened} }} class Bot : BotBase, ITicketsHandler {{ {Ticket} }}")]
    [InlineData($"class BotBase : ITicketsHandler {{ {Opened} }} class Bot : BotBase, ITicketsHandler {{ {Ticket} }}")]
    [InlineData($"class BotBase {{ {Ticket} }} class Bot : BotBase, ITicketsHandler {{ {Opened} }}")]
    [InlineData($"class Bot {{ {Opened} }}")]
    public async Task A_class_that_overlooks_nothing(string source) => (await AnalyzeAsync(source)).Expect();

    [Fact]
    public async Task A_group_method_in_an_interface_of_the_users() => (await AnalyzeAsync($$"""
        interface IMine : ITicketsHandler
        {
            ValueTask ITicketsHandler.OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken ct) => default;
        }
        class Bot : IMine { {{Opened}} }
        """)).Expect();

    [Theory]
    [InlineData($"class Bot : ITicketsHandler, WaGen.IUnhandledHandler {{ {Opened} {Lost} {Unhandled} }}")]
    [InlineData($"class Bot : ITicketsHandler {{ {Opened} {Lost} }} class Rest : WaGen.IUnhandledHandler {{ {Unhandled} }}")]
    [InlineData($"class Bot : ITicketsHandler {{ {Opened} {Lost} }} class Setup {{ void AddUnhandledHandler<T>() {{ }} void Run() => AddUnhandledHandler<Setup>(); }}")]
    public async Task Whoever_takes_the_rest_takes_the_fallback_as_well(string source) => (await AnalyzeAsync(source)).Expect();

    [Fact]
    public async Task Taking_the_rest_is_not_enough_for_failures() =>
        (await AnalyzeAsync($"class Bot : ITicketsHandler, WaGen.IUnhandledHandler {{ {Opened} {Unhandled} }}")).Expect(Failure);

    [Fact]
    public async Task A_near_miss_is_left_to_its_own_rule() =>
        (await AnalyzeAsync($"class Bot : ITicketsHandler {{ {Opened} public ValueTask OnTicketAsync(Ticket ticket) => default; }}")).Expect();

    [Fact]
    public async Task Events_that_share_the_view_of_their_group() => (await AnalyzerRun.AnalyzeAsync<HandlerClassAnalyzer>(Desk.Source, """
        using WaGen.Runtime;
        using Desk;
        interface IParcelsHandler : IDeskHandler
        {
            ValueTask OnSentAsync(Ticket parcel, TicketsContext context, CancellationToken ct) => OnParcelAsync(parcel, context, ct);
            [SchemaAdvice(SchemaAdvice.Failure, "OnParcelAsync")]
            ValueTask OnBrokenAsync(Ticket parcel, TicketsContext context, CancellationToken ct) => OnParcelAsync(parcel, context, ct);
            ValueTask OnParcelAsync(Ticket parcel, TicketsContext context, CancellationToken ct) => context.Unhandled();
            ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken ct) => context.Unhandled();
        }
        class Bot : IParcelsHandler { public ValueTask OnSentAsync(Ticket parcel, TicketsContext context, CancellationToken ct) => default; }
        class Other : IParcelsHandler { public ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken ct) => default; }
        """)).Expect(Failure with { Message = "'Bot' handles other events of 'IParcelsHandler' but not 'OnBrokenAsync', the only one that tells about failures; implement 'OnBrokenAsync' or 'OnParcelAsync'" });

    [Fact]
    public async Task A_part_in_generated_code_is_not_underlined()
    {
        AnalysisProject project = AnalysisProject.Of(Desk.Source, $"using Desk; partial class Bot : ITicketsHandler {{ {Opened} {Strange} }}", "// <auto-generated/>\npartial class Bot;");
        (await project.AnalyzeAsync(new HandlerClassAnalyzer())).Expect(Failure);
    }

    [Fact]
    public async Task A_fake_in_a_test_project() =>
        (await AnalysisProject.Of(Desk.Source, $"using Desk; class Fake : ITicketsHandler {{ {Opened} }}").WithProperty("IsTestProject", "true").AnalyzeAsync(new HandlerClassAnalyzer())).Expect();

    private static Task<ReportedDiagnostics> AnalyzeAsync(string source) => AnalyzerRun.AnalyzeAsync<HandlerClassAnalyzer>(Desk.Source, $"using Desk;\n{source}");
}
