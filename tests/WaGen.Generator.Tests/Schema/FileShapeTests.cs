using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN101 and WAGEN102: files that are no schema.</summary>
public class FileShapeTests
{
    [Theory]
    [InlineData("", "", "the file is empty")]
    [InlineData("{ \"$id\": 1, }", ",", "a trailing comma is not allowed in JSON")]
    [InlineData("{\n  // why\n}", "// why", "comments are not allowed in JSON")]
    [InlineData("{ \"a\": {}, \"a\": {} }", "\"a\"", "'a' occurs twice in the same object")]
    public void A_file_that_is_no_JSON_is_reported_once(string json, string underlined, string reason) =>
        Run((TypesPath, json)).Diagnostics.Expect(
            Error("WAGEN101", underlined, $"The schema is no JSON: {reason}; nothing is printed for this file until it is mended"));

    [Fact]
    public void A_file_that_is_nested_without_end_is_reported() =>
        Run((TypesPath, new string('[', 1_000_000))).Diagnostics.Expect(
            Error("WAGEN101", "[", "The schema is no JSON: containers are nested deeper than 128 levels; nothing is printed for this file until it is mended"));

    [Fact]
    public void A_file_as_deep_as_JSON_may_be_is_read()
    {
        string inner = string.Concat(Enumerable.Repeat("""{ "type": "array", "items": """, 120)) + "{}" + string.Concat(Enumerable.Repeat("}", 120));
        RunDefinitions($"\"Deep\": {inner}").Diagnostics.Expect();
    }

    [Theory]
    [InlineData("[]", "[]", "A schema file is a JSON object")]
    [InlineData("null", "null", "A schema file is a JSON object")]
    [InlineData("""{ "x-wagen": {} }""", """{ "x-wagen": {} }""", "'$id' is missing")]
    [InlineData("""{ "$id": "types.json" }""", "\"types.json\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "/schemas/types.json" }""", "\"/schemas/types.json\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "C:\\schemas\\types.json" }""", "\"C:\\\\schemas\\\\types.json\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "" }""", "\"\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "http://[::" }""", "\"http://[::\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "https://example.com/types.json#/$defs/A" }""", "\"https://example.com/types.json#/$defs/A\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "https://example.com/types.json#" }""", "\"https://example.com/types.json#\"", "'$id' must be an absolute address without fragment")]
    [InlineData("""{ "$id": "https://example.com/a.json" }""", """{ "$id": "https://example.com/a.json" }""", "'x-wagen' with the kind of the file is missing")]
    [InlineData("""{ "$id": "https://example.com/a.json", "x-wagen": { "namespace": "A" } }""", """{ "namespace": "A" }""", "'kind' is missing in x-wagen")]
    [InlineData("""{ "$id": "https://example.com/a.json", "x-wagen": { "kind": "definitions" } }""", """{ "kind": "definitions" }""", "'namespace' is missing in x-wagen")]
    public void A_file_that_does_not_say_what_it_is_is_reported(string json, string underlined, string problem) =>
        Run((TypesPath, json)).Diagnostics.Expect(Error("WAGEN102", underlined, problem + "; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData(""" "path": "news[]", "field": "topic", "value": "data" """, "name")]
    [InlineData(""" "name": "Parcels", "field": "topic", "value": "data" """, "path")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "value": "data" """, "field")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": "topic" """, "value")]
    public void An_envelope_lacks_a_key(string extension, string key)
    {
        string underlined = $$"""{ "kind": "envelope", "namespace": "Example", {{extension}} }""";
        Run((EnvelopePath, EnvelopeOf(extension))).Diagnostics.Expect(Missing(underlined, key));
    }

    [Theory]
    [InlineData(""" "product": { "value": "x" } """, """{ "value": "x" }""", "member")]
    [InlineData(""" "product": { "member": "sender" } """, """{ "member": "sender" }""", "value")]
    public void A_product_lacks_a_key(string product, string underlined, string key) =>
        Run((EnvelopePath, EnvelopeOf(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", """ + product))).Diagnostics.Expect(Missing(underlined, key));

    [Fact]
    public void An_envelope_that_is_no_object_is_reported()
    {
        const string Json = """{ "$id": "https://example.com/e.json", "x-wagen": { "kind": "envelope", "namespace": "Example", "name": "Parcels", "path": "", "field": "a", "value": "b" }, "type": "string" }""";
        Run((EnvelopePath, Json)).Diagnostics.Expect(Error("WAGEN102", Json, "The root of an envelope file must describe an object; see docs/schema-language.md for the shape of a schema file"));
    }

    [Theory]
    [InlineData(""" "name": "ParcelEvents" """, "field")]
    [InlineData(""" "field": "parcel" """, "name")]
    public void A_field_lacks_a_key(string extension, string key)
    {
        string underlined = $$"""{ "kind": "field", "namespace": "Example", "envelope": "envelope.json", "events": [{ "path": "parcels[]" }], {{extension}} }""";
        RunField(Field(extension: extension)).Diagnostics.Expect(Missing(underlined, key));
    }

    [Fact]
    public void A_field_without_envelope_is_reported()
    {
        string field = Field().Replace("\"envelope\": \"envelope.json\", ", "", StringComparison.Ordinal);
        const string Underlined = """{ "kind": "field", "namespace": "Example", "events": [{ "path": "parcels[]" }],  "field": "parcel", "name": "ParcelEvents"  }""";
        RunField(field).Diagnostics.Expect(Missing(Underlined, "envelope"));
    }

    [Fact]
    public void A_field_without_events_is_reported()
    {
        const string Extension = """{ "kind": "field", "namespace": "Example", "envelope": "envelope.json", "events": [],  "field": "parcel", "name": "ParcelEvents"  }""";
        RunField(Field(events: "[]")).Diagnostics.Expect(
            Error("WAGEN102", Extension, "A field needs at least one event in x-wagen.events; see docs/schema-language.md for the shape of a schema file"));
        RunField(Field(events: "[]").Replace("\"events\": [], ", "", StringComparison.Ordinal)).Diagnostics.Expect(
            Error("WAGEN102", Extension.Replace("\"events\": [], ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""[{ }]""", "{ }", "'path' is missing in x-wagen")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "in": "boxes" }] }]""", """{ "in": "boxes" }""", "'name' is missing in x-wagen")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "match": [] }] }]""", """{ "name": "Box", "match": [] }""", "'in' is missing in x-wagen")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "boxes" }] }]""", """{ "name": "Box", "in": "boxes" }""", "'match' of a lookup needs at least one pair")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "boxes", "match": [] }] }]""", """{ "name": "Box", "in": "boxes", "match": [] }""", "'match' of a lookup needs at least one pair")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "boxes", "match": [{ "event": "id" }] }] }]""", """{ "event": "id" }""", "'element' is missing in x-wagen")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "boxes", "match": [{ "element": "id" }] }] }]""", """{ "element": "id" }""", "'event' is missing in x-wagen")]
    public void An_event_lacks_a_key(string events, string underlined, string problem) => RunField(Field(
        events: events,
        value: """ "boxes": { "type": "array", "items": { "$ref": "#/$defs/Box" } } """,
        definitions: """ "Box": { "type": "object", "properties": { "id": { "type": "string" } } } """)).Diagnostics.Expect(
            Error("WAGEN102", underlined, problem + "; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData(""" "$ref": "types.json#/$defs/Other" """)]
    [InlineData(""" "type": "array" """)]
    public void A_field_whose_root_is_no_object_of_the_file_is_reported(string root)
    {
        string json = $$"""{ "$id": "https://example.com/field.json", "x-wagen": { "kind": "field", "namespace": "Example", "envelope": "envelope.json", "field": "parcel", "name": "ParcelEvents", "events": [{ "path": "" }] }, {{root}} }""";
        Run((EnvelopePath, Envelope), (FieldPath, json), (TypesPath, Definitions(""" "Other": { "type": "object", "properties": { "a": {} } } """))).Diagnostics.Expect(
            Error("WAGEN102", json, "The root of a field file must describe an object, or refer to one of this file; see docs/schema-language.md for the shape of a schema file"));
    }

    private static ExpectedDiagnostic Missing(string underlined, string key) =>
        Error("WAGEN102", underlined, $"'{key}' is missing in x-wagen; see docs/schema-language.md for the shape of a schema file");
}
