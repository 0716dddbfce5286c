using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

public class UnknownValueAnalyzerTests
{
    private const string Message = "This switch over 'Urgency' has no case for values that the schema does not list; add one for 'Urgency.Unknown' or a default";

    [Theory]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low or Urgency.High: break; case null: break; }")]
    [InlineData("switch (ticket.Urgency!.Value) { case Urgency.Low: case Urgency.High: case Urgency.Red: break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low when ticket.IsPresent: break; }")]
    [InlineData("switch (ticket.Urgency) { case not Urgency.Unknown: break; }")]
    [InlineData("var urgency = Urgency.Unknown; switch (ticket.Urgency) { case Urgency.Low: urgency = Urgency.Low; break; } Use(urgency);")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; } Use(ticket.Urgency == Urgency.Unknown);")]
    [InlineData("switch (ticket.Urgency) { case not null and (Urgency.Low or Urgency.High): break; }")]
    [InlineData("#pragma warning disable CS8509\n Use(ticket.Urgency!.Value switch { Urgency.Low => 1, Urgency.High => 2, Urgency.Red => 3, });")]
    [InlineData("#pragma warning disable CS8509\n Use((ticket.Urgency ?? Urgency.Low) switch { Urgency.Low => 1 });")]
    public Task Other_values_are_overlooked(string body) => Expect(ViewCode.Method(body), new ExpectedDiagnostic("WAGEN214", DiagnosticSeverity.Warning, "switch", Message));

    [Theory]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; default: break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; case Urgency.Unknown: break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; case (Urgency)0: break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; case { }: break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; case var other: Use(other); break; }")]
    [InlineData("switch (ticket.Urgency) { case Urgency.Low: break; case { } other when ticket.IsPresent: Use(other); break; }")]
    [InlineData("switch (ticket.Urgency) { case not Urgency.Low: break; }")]
    [InlineData("switch (ticket.Urgency) { case null or Urgency.Unknown: break; }")]
    [InlineData("switch (ticket.Urgency) { case < Urgency.High: break; }")]
    [InlineData("Use(ticket.Urgency switch { Urgency.Low => 1, _ => 2 });")]
    [InlineData("Use(ticket.Urgency switch { Urgency.Low => 1, null => 2, var u => (int)u.Value });")]
    [InlineData("if (ticket.Urgency == Urgency.Unknown) { return; } switch (ticket.Urgency) { case Urgency.Low: break; }")]
    [InlineData("if (ticket.Urgency is null or Urgency.Unknown) { return; } switch (ticket.Urgency) { case Urgency.Low: break; }")]
    [InlineData("switch ((int?)ticket.Urgency) { case 1: break; }")]
    [InlineData("switch (ticket.Urgency, ticket.IsPresent) { case (Urgency.Low, true): break; }")]
    [InlineData("switch (DateTime.Today.DayOfWeek) { case DayOfWeek.Friday: break; }")]
    [InlineData("switch (Mine.A) { case Mine.A: break; }")]
    [InlineData("switch (ticket.UrgencyText) { case \"low\": break; }")]
    public Task Other_values_have_a_case(string body) => Expect(ViewCode.Method(body, "enum Mine { Unknown, A }"));

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalysisProject.Of(source, Desk.Source).AnalyzeAsync(new UnknownValueAnalyzer())).Expect(expected);
}
