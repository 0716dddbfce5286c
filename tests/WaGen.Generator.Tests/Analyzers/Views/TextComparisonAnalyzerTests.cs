using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

public class TextComparisonAnalyzerTests
{
    private const string Decoded = "System.Text.Encoding.UTF8.GetString(ticket.TextUtf8)";

    [Theory]
    [InlineData("ticket.Text?.ToString() == \"stop\"", "ticket.Text?.ToString()", "ticket.TextEquals(\"stop\"u8)")]
    [InlineData("\"stop\" != ticket.Text!.ToString()", "ticket.Text!.ToString()", "!ticket.TextEquals(\"stop\"u8)")]
    [InlineData("ticket.Text!.ToString().Equals(\"a\\\"b\")", "ticket.Text!.ToString()", "ticket.TextEquals(\"a\\\"b\"u8)")]
    [InlineData($"{Decoded} == \"stop\"", Decoded, "ticket.TextEquals(\"stop\"u8)")]
    [InlineData($"string.Equals({Decoded}, Stop, StringComparison.Ordinal)", Decoded, "ticket.TextEquals(\"stop\"u8)")]
    [InlineData($"{Decoded} is \"stop\"", Decoded, "ticket.TextEquals(\"stop\"u8)")]
    [InlineData($"({Decoded}) is not \"stop\"", Decoded, "!ticket.TextEquals(\"stop\"u8)")]
    public Task Texts(string expression, string text, string better) => Expect(expression, text, better);

    [Theory]
    [InlineData("ticket.Urgency.ToString() == \"High\"", "ticket.Urgency.ToString()", "ticket.Urgency == Urgency.High")]
    [InlineData("ticket.Urgency!.Value.ToString() != \"High\"", "ticket.Urgency!.Value.ToString()", "ticket.Urgency != Urgency.High")]
    [InlineData("ticket.Urgency?.ToString() == \"high\"", "ticket.Urgency?.ToString()", "ticket.UrgencyText == \"high\"")]
    [InlineData("ticket.Urgency.ToString() == Stop", "ticket.Urgency.ToString()", "ticket.UrgencyText == Stop")]
    public Task Enumerations(string expression, string text, string better) => Expect(expression, text, better);

    [Theory]
    [InlineData("ticket.Text == \"stop\"")]
    [InlineData("ticket.TextEquals(\"stop\"u8)")]
    [InlineData("ticket.Text?.ToString() == variable")]
    [InlineData("string.Equals(variable, ticket.Urgency.ToString())")]
    [InlineData("(System.Linq.Expressions.Expression<Func<Ticket, bool>>)(t => t.Text!.ToString() == \"stop\")")]
    [InlineData("ticket.Text?.ToString() == null")]
    [InlineData("ticket.Text?.ToString() == \"\"")]
    [InlineData("ticket.Text!.ToString().Equals(\"stop\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("string.Equals(ticket.Urgency.ToString(), \"high\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("ticket.Text!.ToString().StartsWith(\"stop\")")]
    [InlineData("ticket.Room.Name?.ToString() == \"a\"")]
    [InlineData("DayOfWeek.Monday.ToString() == \"Monday\"")]
    [InlineData("ticket.Since.ToString() == \"2025\"")]
    [InlineData("ticket.Urgency == Urgency.High")]
    [InlineData("ticket.UrgencyText == \"high\"")]
    [InlineData("((Ticket?)ticket)?.Urgency.ToString() == \"High\"")]
    [InlineData("System.Text.Encoding.ASCII.GetString(ticket.TextUtf8) == \"stop\"")]
    [InlineData("System.Text.Encoding.UTF8.GetString(ticket.Json.ToArray()) == \"stop\"")]
    public async Task Comparisons_that_are_fine(string expression) =>
        (await AnalysisProject.Of(Source(expression), Desk.Source).AnalyzeAsync(new TextComparisonAnalyzer())).Expect();

    private static string Source(string expression) => ViewCode.Method($"string variable = \"a\"; Use({expression}); Use(variable + Stop);", "const string Stop = \"stop\";");

    private static async Task Expect(string expression, string text, string better) =>
        (await AnalysisProject.Of(Source(expression), Desk.Source).AnalyzeAsync(new TextComparisonAnalyzer())).Expect(new ExpectedDiagnostic(
            "WAGEN212",
            DiagnosticSeverity.Warning,
            text,
            $"'{text}' makes a string only to compare it; use '{better}', which compares what was received"));
}
