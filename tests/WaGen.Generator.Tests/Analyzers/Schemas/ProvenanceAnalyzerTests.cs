using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN123: schemas that do not say where their facts come from.</summary>
public class ProvenanceAnalyzerTests
{
    [Theory]
    [InlineData("", """ "Thing": { "type": "object", "properties": { "a": { "type": "string" } } } """)]
    [InlineData("", """ "Thing": { "type": "object", "x-wagen": { "source": "s", "seen": "2026" }, "properties": { "a": {} } }, "Other": { "type": "string" } """)]
    [InlineData("", """ "Thing": { "type": "object", "properties": { "a": { "x-wagen": { "source": "s", "seen": "2026" } }, "b": {} } } """)]
    [InlineData("", "")]
    public Task A_file_without_a_source_is_reported(string extension, string definitions) => AssertAsync(
        extension, definitions, Suggestion("\"x-wagen\"", "The schema does not say where its facts come from; add 'source' to its x-wagen"));

    [Theory]
    [InlineData(""", "source": "s" """, "")]
    [InlineData(""", "source": "s" """, """ "Thing": { "type": "object", "x-wagen": { "seen": "2026" }, "properties": { "a": {} } } """)]
    public Task A_source_without_a_date_is_reported(string extension, string definitions) => AssertAsync(
        extension, definitions, Suggestion("\"source\"", "The schema does not say when its source was read; add 'seen' to its x-wagen"));

    [Fact]
    public Task A_source_of_a_member_needs_a_date_too() => AssertAsync(
        "", """ "Thing": { "type": "object", "properties": { "a": { "x-wagen": { "source": "s" } } } } """, Suggestion("\"source\""));

    [Theory]
    [InlineData(""", "source": "s", "seen": "2026" """, """ "Thing": { "type": "object", "properties": { "a": {}, "b": { "x-wagen": { "source": "t" } } } } """)]
    [InlineData("", """ "Thing": { "type": "object", "x-wagen": { "source": "s", "seen": "2026" }, "properties": { "a": {} } }, "Other": { "type": "object", "properties": { "a": { "x-wagen": { "source": "s", "seen": "2026" } } } } """)]
    public Task A_file_that_says_it_at_the_top_or_everywhere_is_fine(string extension, string definitions) => AssertAsync(extension, definitions);

    private static async Task AssertAsync(string extension, string definitions, params ExpectedDiagnostic[] expected)
    {
        string json = $$"""{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "definitions", "namespace": "Example"{{extension}} }, "$defs": { {{definitions}} } }""";
        (await AnalysisProject.Of().WithSchema(SchemaProject.TypesPath, json).AnalyzeAsync(new ProvenanceAnalyzer())).Expect(expected);
    }

    private static ExpectedDiagnostic Suggestion(string text, string? message = null) => new("WAGEN123", DiagnosticSeverity.Info, text, message);
}
