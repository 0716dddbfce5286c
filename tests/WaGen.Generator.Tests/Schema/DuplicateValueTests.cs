using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN118: a value that an enumeration has twice.</summary>
public class DuplicateValueTests
{
    private const string Listed = "listed before";
    private const string Alias = "as a value or as another alias";

    [Theory]
    [InlineData("""["a", "b", "a"]""", "{}", "a", Listed)]
    [InlineData("""["a", "b"]""", """{ "a": { "aliases": ["c"] }, "b": { "aliases": ["c"] } }""", "c", Alias)]
    [InlineData("""["a"]""", """{ "a": { "aliases": ["a"] } }""", "a", Alias)]
    [InlineData("""["a"]""", """{ "a": { "aliases": ["c", "c"] } }""", "c", Alias)]
    public void A_value_that_is_there_twice_is_reported_at_the_second(string values, string details, string value, string where)
    {
        GeneratorRun run = RunDefinitions($$""" "Kind": { "type": "string", "enum": {{values}}, "x-wagen": { "values": {{details}} } } """);
        run.Diagnostics.Expect(Error("WAGEN118", $"\"{value}\"", $"The value '{value}' is in this enumeration already, {where}; remove one of the two"));
        Assert.Equal(
            Definitions($$""" "Kind": { "type": "string", "enum": {{values}}, "x-wagen": { "values": {{details}} } } """).LastIndexOf($"\"{value}\"", StringComparison.Ordinal),
            Assert.Single(run.Result.Diagnostics).Location.SourceSpan.Start);
    }

    [Fact]
    public void A_value_that_chooses_a_variant_twice_is_reported() => RunDefinitions("""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["type"] }, "properties": { "type": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
        "Lost": { "type": "object", "properties": { "type": { "enum": ["lost", "gone", "lost"] } } }
        """).Diagnostics.Expect(Error("WAGEN118", "\"lost\""));

    [Fact]
    public void The_enumeration_is_printed_with_the_first()
    {
        GeneratorRun run = RunDefinitions(""" "Kind": { "type": "string", "enum": ["a", "b", "a"] } """);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Result.Diagnostics).Severity);
        Assert.Contains("enum Kind", run.Printed["example.com.types.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_may_stand_in_the_enumeration_once() =>
        RunDefinitions(""" "Kind": { "type": "string", "enum": ["a", "b"], "x-wagen": { "values": { "a": { "aliases": ["b"] } } } } """).Diagnostics.Expect();
}
