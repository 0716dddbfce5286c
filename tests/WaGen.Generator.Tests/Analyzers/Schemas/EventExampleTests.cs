using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Analyzers.SchemaCheck;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN122: events that no example shows.</summary>
public class EventExampleTests
{
    private const string Union = """
        "Parcel": {
          "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } },
          "oneOf": [{ "$ref": "#/$defs/LostParcel" }, { "$ref": "#/$defs/FoundParcel" }]
        },
        "LostParcel": { "type": "object", "x-wagen": { "handler": "Lost", "content": "lost" }, "properties": { "kind": { "const": "lost" }, "lost": { "type": "object" } } },
        "FoundParcel": { "type": "object", "properties": { "kind": { "const": "found" } } }
        """;

    private const string Plain = """ "Parcel": { "type": "object", "properties": { "id": { "type": "string" } } } """;

    [Fact]
    public async Task A_variant_without_an_example_is_reported_where_it_is_listed() =>
        (await FieldAsync<ExampleAnalyzer>(Field(Union, $$$"""[{{{Body("""{ "parcels": [{ "kind": "found" }] }""")}}}]"""))).Expect(Missing("\"#/$defs/LostParcel\"", "LostParcel"));

    [Fact]
    public async Task Content_alone_shows_a_variant() =>
        (await FieldAsync<ExampleAnalyzer>(Field(Union, $$$"""[{{{Body("""{ "parcels": [{ "kind": "found" }, { "lost": {} }] }""")}}}]"""))).Expect();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    public async Task Without_any_example_the_events_are_reported_once(string examples) =>
        (await FieldAsync<ExampleAnalyzer>(Field(Union, examples))).Expect(Missing("\"events\"", "LostParcel', 'FoundParcel"));

    [Fact]
    public async Task A_path_without_variants_is_reported_at_the_path() => (await FieldAsync<ExampleAnalyzer>(Field(
        Plain + """, "Letter": { "type": "object", "properties": { "id": { "type": "string" } } } """,
        $$$"""[{{{Body("""{ "parcels": [{ "id": "1" }] }""")}}}]""",
        """[{ "path": "parcels[]" }, { "path": "box.letters[]" }]""",
        """ "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } }, "box": { "type": "object", "x-wagen": { "name": "Box" }, "properties": { "letters": { "type": "array", "items": { "$ref": "#/$defs/Letter" } } } } """)))
        .Expect(Missing("\"box.letters[]\"", "box.letters[]"));

    [Fact]
    public async Task A_value_that_is_the_event_itself_is_shown_by_any_change()
    {
        string field = SchemaProject.FieldOf(Plain, """[{ "path": "" }]""", "", $""" "field": "parcel", "name": "ParcelEvents", {Source} """)
            .Replace("\"type\": \"object\",\n  \"properties\": {  },", "\"$ref\": \"#/$defs/Parcel\",", StringComparison.Ordinal);
        string shown = field.TrimEnd()[..^1] + $$""", "examples": [{{Body("""{ "id": "1" }""")}}] }""";
        (await FieldAsync<ExampleAnalyzer>(shown)).Expect();
        (await FieldAsync<ExampleAnalyzer>(field)).Expect(Missing("\"events\"", "the value"));
    }

    [Fact]
    public async Task Without_the_envelope_nobody_can_tell() =>
        (await AnalysisProject.Of().WithSchema(SchemaProject.FieldPath, Field(Plain, "")).AnalyzeAsync(new ExampleAnalyzer())).Expect();

    [Fact]
    public async Task A_change_of_another_field_shows_nothing() => (await FieldAsync<ExampleAnalyzer>(Field(
        Plain,
        """[{ "sender": "parcels", "news": [{ "topic": "letter", "data": { "parcels": [{ "id": "1" }] } }, { "topic": "parcel", "data": { } }] }]""")))
        .Expect(Missing("\"parcels[]\"", "parcels[]"));

    private static ExpectedDiagnostic Missing(string underlined, string name) =>
        Warning("WAGEN122", underlined, $"No example of this file shows the event '{name}', so that nothing tests it; add a whole body with one to 'examples'");
}
