using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN117: words of the language in places where they say nothing.</summary>
public class MisplacedKeywordTests
{
    private const string Name = "it belongs to a type, a member, a field, an envelope, a lookup or an enumeration's value";
    private const string Aliases = "it belongs to a field, a member or an enumeration's value";
    private const string Handler = "it belongs to an event or a variant";

    [Theory]
    [InlineData("""{ "$defs": {} }""", "$defs")]
    [InlineData("""{ "$id": "https://example.com/x.json" }""", "$id")]
    [InlineData("""{ "$schema": "x" }""", "$schema")]
    public void A_keyword_of_the_root_inside_a_schema_is_reported(string schema, string word) =>
        RunDefinitions($"\"Thing\": {schema}").Diagnostics.Expect(Misplaced(word, "inside a schema", "it belongs to the root of the file"));

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "aliases": ["b"] } }""", "aliases", "of an object", Aliases)]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "content": "a" } }""", "content", "of an object", "it belongs to a variant")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "discriminators": ["a"] } }""", "discriminators", "of an object", "it belongs to an object with 'oneOf'")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "handler": "A" } }""", "handler", "of an object that is neither an event nor a variant", Handler)]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string", "x-wagen": { "content": "a" } } } }""", "content", "of a member", "it belongs to a variant")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "string", "x-wagen": { "name": "A" } } } } }""", "name", "of x-wagen here", Name)]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string", "x-wagen": { "name": "A" } } }""", "name", "of x-wagen here", Name)]
    [InlineData("""{ "type": "string", "x-wagen": { "name": "A" } }""", "name", "of x-wagen here", Name)]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "handler": "A" } }""", "handler", "of an enumeration", Handler)]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "aliases": ["b"] } }""", "aliases", "of an enumeration", Aliases)]
    [InlineData("""{ "type": "object", "oneOf": [{ "type": "object", "x-wagen": { "name": "A", "aliases": ["a"], "content": "c" }, "properties": { "c": {} } }] }""", "aliases", "of a variant", Aliases)]
    public void A_key_of_x_wagen_that_belongs_elsewhere_is_reported(string schema, string word, string place, string home) =>
        RunDefinitions($"\"Thing\": {schema}").Diagnostics.Expect(Misplaced(word, "as a key " + place, home));

    [Fact]
    public void A_key_of_x_wagen_at_the_top_of_the_wrong_kind_of_file_is_reported()
    {
        Run((EnvelopePath, EnvelopeOf(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "product": { "member": "sender", "value": "x", "name": "y" } """)))
            .Diagnostics.Expect(Misplaced("name", "as a key of a product", Name));
        Run((TypesPath, """{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "definitions", "namespace": "Example", "events": [] } }"""))
            .Diagnostics.Expect(Misplaced("events", "as a key of a definitions file", "it belongs to the top of a field file"));
        RunField(Field(extension: """ "field": "parcel", "name": "ParcelEvents", "handler": "A" """))
            .Diagnostics.Expect(Misplaced("handler", "as a key of a field file", Handler));
        RunField(Field(events: """[{ "path": "parcels[]", "handler": "A" }]"""))
            .Diagnostics.Expect(Misplaced("handler", "as a key of an event", Handler));
    }

    [Theory]
    [InlineData(""" "title": "x", "type": "object" """, "type")]
    [InlineData(""" "properties": {} """, "properties")]
    [InlineData(""" "oneOf": [] """, "oneOf")]
    public void A_definitions_file_describes_no_value(string root, string word) =>
        Run((TypesPath, $$"""{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, {{root}} }"""))
            .Diagnostics.Expect(Misplaced(word, "at the top of a definitions file", "describe the value under '$defs'"));

    [Theory]
    [InlineData(""" "type": "object" """, "type")]
    [InlineData(""" "properties": { "b": {} } """, "properties")]
    [InlineData(""" "enum": ["a"] """, "enum")]
    [InlineData(""" "allOf": [] """, "allOf")]
    public void Beside_a_reference_stands_nothing_that_would_be_skipped(string sibling, string word) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Thing", {{sibling}} } } } """)
            .Diagnostics.Expect(Misplaced(word, "beside '$ref'", "move it to the definition that the reference leads to"));

    [Theory]
    [InlineData(""" "type": "string", "items": {} """, "items", "string")]
    [InlineData(""" "type": "object", "items": {} """, "items", "object")]
    [InlineData(""" "type": "string", "properties": { "b": {} } """, "properties", "string")]
    [InlineData(""" "type": "array", "additionalProperties": {} """, "additionalProperties", "array")]
    [InlineData(""" "type": ["integer", "string"], "required": ["b"] """, "required", "string or integer")]
    [InlineData(""" "type": "integer", "minLength": 1 """, "minLength", "integer")]
    [InlineData(""" "type": "object", "maxLength": 1 """, "maxLength", "object")]
    [InlineData(""" "type": "boolean", "pattern": "a" """, "pattern", "boolean")]
    [InlineData(""" "type": "number", "contentMediaType": "application/json" """, "contentMediaType", "number")]
    [InlineData(""" "type": "string", "minimum": 1 """, "minimum", "string")]
    [InlineData(""" "type": ["string", "null"], "maximum": 1 """, "maximum", "string")]
    [InlineData(""" "type": "object", "minItems": 1 """, "minItems", "object")]
    [InlineData(""" "type": "string", "maxItems": 1 """, "maxItems", "string")]
    [InlineData(""" "type": "object", "format": "id" """, "format", "object")]
    [InlineData(""" "type": "array", "format": "uri", "items": { "type": "string" } """, "format", "array")]
    public void A_keyword_that_says_nothing_about_the_type_is_reported(string schema, string word, string type) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { "a": { {{schema}} } } } """)
            .Diagnostics.Expect(Misplaced(word, "beside the type " + type, "remove it or correct the type"));

    [Theory]
    [InlineData(""" "type": ["integer", "string"], "minLength": 1, "maxLength": 2, "minimum": 1, "maximum": 2, "pattern": "a" """)]
    [InlineData(""" "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 2 """)]
    [InlineData(""" "type": ["object", "null"], "required": ["b"], "additionalProperties": true """)]
    [InlineData(""" "minLength": 1, "minimum": 2 """)]
    [InlineData(""" "type": "string", "format": "unix-time", "contentMediaType": "text/plain", "pattern": "a" """)]
    public void A_keyword_beside_a_type_that_it_is_about_is_fine(string schema) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { "a": { {{schema}} } } } """).Diagnostics.Expect();

    [Fact]
    public void What_has_no_effect_in_a_variant_is_reported() => RunDefinitions("""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["type"] }, "properties": { "type": { "type": "string", "maxItems": 1 } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
        "Lost": { "type": "object", "minLength": 1, "properties": { "type": { "const": "lost" } } }
        """).Diagnostics.Expect(
            Misplaced("maxItems", "beside the type string", "remove it or correct the type"),
            Misplaced("minLength", "beside the type object", "remove it or correct the type"));

    private static ExpectedDiagnostic Misplaced(string word, string place, string wayOut) =>
        Error("WAGEN117", $"\"{word}\"", $"'{word}' has no effect {place}; {wayOut}");
}
