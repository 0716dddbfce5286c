using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN402.</summary>
public class PayloadListTests
{
    [Theory]
    [InlineData("[\"a\", \"b\", \"c\", \"d\"]", "\"d\"", "4")]
    [InlineData("[\"a\", \"b\", \"c\", \"d\", \"e\"]", "\"d\"", "5")]
    [InlineData("[\"a\", .. texts, \"b\", \"c\", text]", "text", "at least 4")]
    [InlineData("new[] { \"a\", \"b\", \"c\", text }", "text", "4")]
    [InlineData("new string[] { \"a\", \"b\", \"c\", text }", "text", "4")]
    [InlineData("new List<string> { \"a\", \"b\", \"c\", text }", "text", "4")]
    [InlineData("new List<string>(8) { \"a\", \"b\", \"c\", text }", "text", "4")]
    [InlineData("new List<string>([\"a\", \"b\"]) { \"c\", text }", "text", "4")]
    [InlineData("new PayloadList<string>(new[] { \"a\", \"b\", \"c\", text })", "text", "4")]
    [InlineData("new PayloadList<string>([\"a\", \"b\", \"c\", text])", "text", "4")]
    [InlineData("yes ? [\"a\"] : [\"a\", \"b\", \"c\", text]", "text", "4")]
    public Task Too_many(string list, string text, string count) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(content with {{ Tags = {list} }});",
        new ExpectedDiagnostic("WAGEN402", DiagnosticSeverity.Warning, text, $"'Tags' takes at most 3 elements, but this list has {count}; leave out the rest"));

    [Fact]
    public Task Too_many_lists() => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        "Use(content with { Stickers = [[\"a\", \"b\", \"c\"], [\"d\"], [\"e\"]] });",
        new ExpectedDiagnostic("WAGEN402", DiagnosticSeverity.Warning, "[\"e\"]", "'Stickers' takes at most 2 elements, but this list has 3; leave out the rest"));

    [Theory]
    [InlineData("[]")]
    [InlineData("new string[] { }")]
    [InlineData("new List<string>()")]
    [InlineData("Array.Empty<string>()")]
    public Task Too_few(string list) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(content with {{ Tags = {list} }});",
        new ExpectedDiagnostic("WAGEN402", DiagnosticSeverity.Warning, list, "'Tags' takes at least 1 element, but this list has 0; add what is missing"));

    [Fact]
    public Task Too_many_for_a_parameter() => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        """
        OutgoingParcel.Menu(text, [new() { Rows = rows }, new() { Rows = rows }, new() { Rows = rows }, new Section { Rows = rows }]);
        OutgoingParcel.Choice(text, ParcelButton.Page("1"), ParcelButton.Page("2"), ParcelButton.Page("3"), ParcelButton.Page("4"), ParcelButton.Page("5"), ParcelButton.Page("6"));
        """,
        new ExpectedDiagnostic("WAGEN402", DiagnosticSeverity.Warning, "new Section { Rows = rows }", "'sections' takes at most 3 elements, but this list has 4; leave out the rest"),
        new ExpectedDiagnostic("WAGEN402", DiagnosticSeverity.Warning, "ParcelButton.Page(\"6\")", "'buttons' takes at most 5 elements, but this list has 6; leave out the rest"));

    [Theory]
    [InlineData("[\"a\", \"b\", \"c\"]")]
    [InlineData("[\"a\"]")]
    [InlineData("[.. texts]")]
    [InlineData("[.. texts, \"a\", \"b\", \"c\"]")]
    [InlineData("texts")]
    [InlineData("null")]
    [InlineData("new List<string>(texts)")]
    [InlineData("new List<string>(texts) { \"a\" }")]
    [InlineData("new PayloadList<string>(texts)")]
    [InlineData("new PayloadList<string>(texts.Take(3))")]
    [InlineData("new string[text.Length]")]
    [InlineData("texts.ToArray()")]
    public Task As_many_as_allowed_or_unknown(string list) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>($"Use(content with {{ Tags = {list} }});");
}
