using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

public class DeprecatedUseAnalyzerTests
{
    private const string Place = "'Ticket.Place' is deprecated: Moved to Room";
    private const string Old = """
        using System.CodeDom.Compiler;
        using Desk;
        using WaGen;
        using WaGen.Runtime;

        [GeneratedCode("WaGen", "1.0"), SchemaAdvice(SchemaAdvice.Deprecated, "")]
        public readonly struct OldRoom { public static OldRoom Parse(string text) => default; }

        [GeneratedCode("WaGen", "1.0"), SchemaAdvice(SchemaAdvice.Deprecated, "Use tickets. They have it all.")]
        public interface IOldHandler : IDeskHandler { }


        """;

    [Theory]
    [InlineData("Use(ticket.Place);", "Place", Place)]
    [InlineData("Use(ticket is { Place: \"here\" });", "Place", Place)]
    [InlineData("Ticket? maybe = ticket; Use(maybe?.Place);", "Place", Place)]
    [InlineData("Use(ticket.Urgency == Urgency.Red);", "Red", "'Urgency.Red' is deprecated: High says the same")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Red: break; }", "Red", "'Urgency.Red' is deprecated: High says the same")]
    [InlineData("await ((ITicketsHandler)this).OnNoteAsync(default, context, default);", "OnNoteAsync", "'ITicketsHandler.OnNoteAsync' is deprecated: Notes come with the ticket since 2025")]
    public Task A_member(string body, string text, string message) => Expect(ViewCode.Method(body), Warning(text, message));

    [Theory]
    [InlineData("public ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => default;")]
    [InlineData("ValueTask ITicketsHandler.OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => default;")]
    public Task A_handler_method(string member) =>
        Expect(ViewCode.Handler(member), Warning("OnNoteAsync", "'ITicketsHandler.OnNoteAsync' is deprecated: Notes come with the ticket since 2025"));

    [Fact]
    public Task A_handler_method_that_overrides_one() => Expect(
        ViewCode.Handler("public virtual ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => default; class Inner : Bot { public override ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => default; }"),
        Warning("OnNoteAsync", "'ITicketsHandler.OnNoteAsync' is deprecated: Notes come with the ticket since 2025"),
        Warning("OnNoteAsync", "'ITicketsHandler.OnNoteAsync' is deprecated: Notes come with the ticket since 2025"));

    [Theory]
    [InlineData("class A : global::IOldHandler { }", "global::IOldHandler", "'IOldHandler' is deprecated: Use tickets. They have it all")]
    [InlineData("partial class A : ITicketsHandler { } partial class A : IOldHandler { }", "IOldHandler", "'IOldHandler' is deprecated: Use tickets. They have it all")]
    [InlineData("class A { public OldRoom? Room = null; }", "OldRoom", "'OldRoom' is deprecated: the provider has moved on")]
    [InlineData("class A { List<OldRoom[]>? Rooms { get; set; } }", "OldRoom", "'OldRoom' is deprecated: the provider has moved on")]
    [InlineData("class A { void B(in OldRoom room) { } }", "OldRoom", "'OldRoom' is deprecated: the provider has moved on")]
    [InlineData("class A { void B() { OldRoom room; room = default; _ = room; } }", "OldRoom", "'OldRoom' is deprecated: the provider has moved on")]
    [InlineData("class A { void B() { var room = OldRoom.Parse(\"\"); _ = room; } }", "OldRoom", "'OldRoom' is deprecated: the provider has moved on")]
    public Task A_type(string code, string text, string message) => Expect(Old + code, Warning(text, message));

    [Theory]
    [InlineData("class A : IOldHandler, int { }")]
    [InlineData("class A : (int, int), IOldHandler { }")]
    [InlineData("class A : IOldHandler, ITicketsHandler[], ITicketsHandler? { }")]
    public async Task Bases_that_are_none_are_left_to_the_compiler(string code) =>
        Assert.Equal("IOldHandler", Assert.Single(await WarningsAsync(Old + code)));

    [Theory]
    [InlineData("Use(nameof(ticket.Place)); Use(nameof(Urgency.Red)); Use(nameof(ITicketsHandler.OnNoteAsync));")]
    [InlineData("Use(ticket.Room); Use(Urgency.High);")]
    public Task Names_and_other_members(string body) => Expect(ViewCode.Method(body));

    [Theory]
    [InlineData("[Obsolete] static string? Old(Ticket t) => t.Place;")]
    [InlineData("[Obsolete(\"Soon gone.\")] static string? Old => default(Ticket).Place;")]
    [InlineData("[Obsolete] class Inner { string? Old(Ticket t) => t.Place; }")]
    [InlineData("[Obsolete] public ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => default;")]
    [InlineData("public ValueTask OnNoteAsync(string note) => default;")]
    [InlineData("class Place { } Place? Mine { get; }")]
    public Task Code_that_is_on_its_way_out_itself(string member) => Expect(ViewCode.Handler(member));

    [Fact]
    public Task Generated_code() => Expect("// <auto-generated/>\n#nullable enable\n" + ViewCode.Method("Use(ticket.Place);"));

    private static ExpectedDiagnostic Warning(string text, string message) => new("WAGEN215", DiagnosticSeverity.Warning, text, message);

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalysisProject.Of(source, Desk.Source).AnalyzeAsync(new DeprecatedUseAnalyzer())).Expect(expected);

    /// <summary>What the rule underlines; the compiler may say what it likes.</summary>
    private static async Task<IEnumerable<string>> WarningsAsync(string code)
    {
        AnalysisProject project = AnalysisProject.Of(code, Desk.Source);
        IReadOnlyList<Diagnostic> all = await project.DiagnosticsAsync(project.Compile(), new DeprecatedUseAnalyzer());
        return all.Where(static d => !d.Id.StartsWith("CS", StringComparison.Ordinal)).Select(static d => d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan));
    }
}
