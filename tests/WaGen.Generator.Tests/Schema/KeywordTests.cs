using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN103 and WAGEN104: words and values that the language does not have.</summary>
public class KeywordTests
{
    [Theory]
    [InlineData("""{ "descripton": "x" }""", "descripton", "of the schema language")]
    [InlineData("""{ "type": "string", "nullable": true }""", "nullable", "of the schema language")]
    [InlineData("""{ "if": {} }""", "if", "of the schema language")]
    [InlineData("""{ "": {} }""", "", "of the schema language")]
    public void An_unknown_word_is_reported(string schema, string word, string place) => AssertUnknown(RunDefinitions($"\"Thing\": {schema}"), word, place);

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "nam": "B" } }""", "nam", "of an object")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string", "x-wagen": { "nam": "a" } } } }""", "nam", "of a member")]
    [InlineData("""{ "type": "string", "x-wagen": { "nam": "A" } }""", "nam", "of x-wagen here")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "nam": "A" } }""", "nam", "of an enumeration")]
    [InlineData("""{ "type": "object", "oneOf": [{ "type": "object", "x-wagen": { "name": "A", "alias": ["a"], "content": "c" }, "properties": { "c": {} } }] }""", "alias", "of a variant")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "values": { "a": { "title": "A" } } } }""", "title", "of an enumeration's value")]
    public void An_unknown_key_of_x_wagen_is_reported(string schema, string word, string place) => AssertUnknown(RunDefinitions($"\"Thing\": {schema}"), word, place);

    [Fact]
    public void Beside_a_reference_stands_what_belongs_to_the_member() => RunDefinitions("""
        "Thing": { "type": "object", "properties": { "a": {
          "$ref": "#/$defs/Thing", "$comment": "c", "title": "t", "description": "d", "deprecated": true, "x-wagen": { "name": "B", "aliases": ["c"], "source": "s", "seen": "t", "since": "u" }
        } } }
        """).Diagnostics.Expect();

    [Theory]
    [InlineData(""" "entry": "x" """, "entry", "of an envelope file")]
    [InlineData(""" "product": { "member": "sender", "value": "x", "nam": "y" } """, "nam", "of a product")]
    public void An_unknown_key_of_an_envelope_is_reported(string extension, string word, string place) =>
        AssertUnknown(Run((EnvelopePath, EnvelopeOf(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", """ + extension))), word, place);

    [Fact]
    public void An_unknown_key_of_a_definitions_file_is_reported() =>
        AssertUnknown(Run((TypesPath, """{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "definitions", "namespace": "Example", "nam": "A" } }""")), "nam", "of a definitions file");

    [Theory]
    [InlineData("""[{ "path": "parcels[]", "handlr": "A" }]""", "handlr", "of an event")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "boxes", "match": [{ "element": "id", "event": "id" }], "type": "x" }] }]""", "type", "of a lookup")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "boxes", "match": [{ "element": "id", "event": "id", "knd": "x" }] }] }]""", "knd", "of a match")]
    public void An_unknown_key_of_an_event_is_reported(string events, string word, string place) => AssertUnknown(
        RunField(Field(
            events: events,
            value: """ "boxes": { "type": "array", "items": { "$ref": "#/$defs/Box" } } """,
            definitions: """ "Box": { "type": "object", "properties": { "id": { "type": "string" } } } """)),
        word,
        place);

    [Fact]
    public void An_unknown_key_of_a_field_is_reported() =>
        AssertUnknown(RunField(Field(extension: """ "field": "parcel", "name": "ParcelEvents", "handlr": "A" """)), "handlr", "of a field file");

    [Theory]
    [InlineData("\"$ref\": 1", "1", "'$ref' must be a string")]
    [InlineData("\"type\": 1", "1", "'type' must be a type name or an array of type names")]
    [InlineData("\"type\": []", "[]", "'type' must be a type name or an array of type names")]
    [InlineData("\"type\": \"text\"", "\"text\"", "'type' must be one of object, array, string, integer, number, boolean, null")]
    [InlineData("\"type\": [\"string\", 1]", "1", "'type' must be one of object, array, string, integer, number, boolean, null")]
    [InlineData("\"properties\": []", "[]", "'properties' must be an object of schemas")]
    [InlineData("\"items\": []", "[]", "'A schema' must be an object, or true for a value that is kept raw")]
    [InlineData("\"items\": false", "false", "'A schema' must be an object, or true for a value that is kept raw")]
    [InlineData("\"additionalProperties\": 1", "1", "'additionalProperties' must be a schema, true or false")]
    [InlineData("\"oneOf\": {}", "{}", "'oneOf' must be an array of schemas")]
    [InlineData("\"anyOf\": 1", "1", "'anyOf' must be an array of schemas")]
    [InlineData("\"allOf\": 1", "1", "'allOf' must be an array of schemas")]
    [InlineData("\"enum\": \"a\"", "\"a\"", "'enum' must be an array of strings")]
    [InlineData("\"enum\": []", "[]", "'enum' must be an array of strings, at least one")]
    [InlineData("\"const\": 1", "1", "'const' must be a string")]
    [InlineData("\"format\": 1", "1", "'format' must be a string")]
    [InlineData("\"title\": 1", "1", "'title' must be a string")]
    [InlineData("\"description\": []", "[]", "'description' must be a string")]
    [InlineData("\"deprecated\": \"yes\"", "\"yes\"", "'deprecated' must be true or false")]
    [InlineData("\"contentMediaType\": null", "null", "'contentMediaType' must be a string")]
    [InlineData("\"$comment\": 1", "1", "'$comment' must be a string")]
    [InlineData("\"pattern\": 1", "1", "'pattern' must be a string")]
    [InlineData("\"minLength\": \"1\"", "\"1\"", "'minLength' must be a number")]
    [InlineData("\"maxLength\": {}", "{}", "'maxLength' must be a number")]
    [InlineData("\"minimum\": null", "null", "'minimum' must be a number")]
    [InlineData("\"maximum\": true", "true", "'maximum' must be a number")]
    [InlineData("\"minItems\": []", "[]", "'minItems' must be a number")]
    [InlineData("\"maxItems\": \"\"", "\"\"", "'maxItems' must be a number")]
    [InlineData("\"required\": true", "true", "'required' must be an array of strings")]
    [InlineData("\"required\": [1]", "1", "'required' must be an array of strings")]
    [InlineData("\"examples\": {}", "{}", "'examples' must be an array")]
    [InlineData("\"x-wagen\": []", "[]", "'x-wagen' must be an object")]
    public void A_keyword_of_the_wrong_kind_is_reported(string keyword, string underlined, string message) =>
        RunDefinitions($$""" "Thing": { {{keyword}} } """).Diagnostics.Expect(Error("WAGEN104", underlined, message));

    [Fact]
    public void An_unknown_format_is_reported() => RunDefinitions(""" "Thing": { "type": "string", "format": "uuid" } """).Diagnostics.Expect(
        Error("WAGEN104", "\"uuid\"", "'format' must be one of id, phone, unix-time, decimal, double, base64, country, currency, date, date-time, email, language, mime-type, uri"));

    [Fact]
    public void An_enum_of_numbers_is_reported_at_each() => RunDefinitions(""" "Thing": { "type": "string", "enum": ["a", 1, 2] } """).Diagnostics.Expect(
        Error("WAGEN104", "1", "'enum' must be an array of strings"),
        Error("WAGEN104", "2", "'enum' must be an array of strings"));

    [Theory]
    [InlineData("\"$schema\": 1", "'$schema' must be a string")]
    [InlineData("\"$defs\": 1", "'$defs' must be an object of schemas")]
    public void A_keyword_of_the_top_with_the_wrong_kind_is_reported(string keyword, string message) => Run((
        TypesPath,
        $$"""{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, {{keyword}} }""")).Diagnostics.Expect(Error("WAGEN104", "1", message));

    [Theory]
    [InlineData("\"kind\": \"values\", \"namespace\": \"Example\"", "\"values\"", "'kind' must be envelope, field, definitions, payloads, operation or api")]
    [InlineData("\"kind\": 1, \"namespace\": \"Example\"", "1", "'kind' must be a string")]
    [InlineData("\"kind\": \"definitions\", \"namespace\": 1", "1", "'namespace' must be a string")]
    [InlineData("\"kind\": \"definitions\", \"namespace\": \"Example\", \"source\": 1", "1", "'source' must be a string")]
    [InlineData("\"kind\": \"definitions\", \"namespace\": \"Example\", \"seen\": 1", "1", "'seen' must be a string")]
    [InlineData("\"kind\": \"definitions\", \"namespace\": \"Example\", \"since\": 1", "1", "'since' must be a string")]
    public void A_key_of_the_file_with_the_wrong_kind_is_reported(string extension, string underlined, string message) =>
        Run((TypesPath, $$"""{ "$id": "https://example.com/types.json", "x-wagen": { {{extension}} } }""")).Diagnostics.Expect(Error("WAGEN104", underlined, message));

    [Fact]
    public void An_id_that_is_no_text_is_reported() => Run((TypesPath, """{ "$id": 1 }""")).Diagnostics.Expect(
        Error("WAGEN104", "1", "'$id' must be a string"),
        Error("WAGEN102", "1", "'$id' must be an absolute address without fragment; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "name": 1 } }""", "'name' must be a string")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "x-wagen": { "source": 1 } }""", "'source' must be a string")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string", "x-wagen": { "name": 1 } } } }""", "'name' must be a string")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string", "x-wagen": { "aliases": 1 } } } }""", "'aliases' must be an array of strings")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string", "x-wagen": { "since": 1 } } } }""", "'since' must be a string")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "string", "x-wagen": { "since": 1 } } } } }""", "'since' must be a string")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "values": 1 } }""", "'values' must be an object")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "values": { "a": 1 } } }""", "'a' must be an object")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "values": { "a": { "name": 1 } } } }""", "'name' must be a string")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "values": { "a": { "aliases": 1 } } } }""", "'aliases' must be an array of strings")]
    [InlineData("""{ "type": "string", "enum": ["a"], "x-wagen": { "values": { "a": { "description": 1 } } } }""", "'description' must be a string")]
    [InlineData("""{ "type": "object", "x-wagen": { "discriminators": 1 }, "oneOf": [{ "type": "object", "x-wagen": { "name": "A", "content": "c" }, "properties": { "c": {} } }] }""", "'discriminators' must be an array of strings")]
    [InlineData("""{ "type": "object", "x-wagen": { "discriminators": ["c"] }, "oneOf": [{ "type": "object", "x-wagen": { "name": "A", "content": 1 }, "properties": { "c": { "const": "x" } } }] }""", "'content' must be a string")]
    [InlineData("""{ "type": "object", "x-wagen": { "discriminators": ["c"] }, "oneOf": [{ "type": "object", "x-wagen": { "name": "A", "handler": 1 }, "properties": { "c": { "const": "x" } } }] }""", "'handler' must be a string")]
    public void A_key_of_x_wagen_with_the_wrong_kind_is_reported(string schema, string message) =>
        RunDefinitions($"\"Thing\": {schema}").Diagnostics.Expect(Error("WAGEN104", "1", message));

    [Theory]
    [InlineData("1", "1", "'events' must be an array of objects")]
    [InlineData("""["parcels[]"]""", """["parcels[]"]""", "'events' must be an array of objects")]
    [InlineData("""[{ "path": 1 }]""", "1", "'path' must be a string")]
    [InlineData("""[{ "path": "parcels[]", "identity": "id" }]""", "\"id\"", "'identity' must be an array of strings")]
    [InlineData("""[{ "path": "parcels[]", "order": 1 }]""", "1", "'order' must be an array of strings")]
    [InlineData("""[{ "path": "parcels[]", "lookups": {} }]""", "{}", "'lookups' must be an array of objects")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": 1, "in": "parcels" }] }]""", "1", "'name' must be a string")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": 1 }] }]""", "1", "'in' must be a string")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "parcels", "match": 1 }] }]""", "1", "'match' must be an array of objects")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "parcels", "match": [{ "element": 1, "event": "id" }] }] }]""", "1", "'element' must be a string")]
    [InlineData("""[{ "path": "parcels[]", "lookups": [{ "name": "Box", "in": "parcels", "match": [{ "element": "id", "event": 1 }] }] }]""", "1", "'event' must be a string")]
    public void A_key_of_an_event_with_the_wrong_kind_is_reported(string events, string underlined, string message) =>
        RunField(Field(events: events)).Diagnostics.Expect(Error("WAGEN104", underlined, message));

    [Theory]
    [InlineData(""" "field": "parcel", "name": "ParcelEvents", "aliases": 1 """, "1", "'aliases' must be an array of strings")]
    [InlineData(""" "field": 1, "name": "ParcelEvents" """, "1", "'field' must be a string")]
    [InlineData(""" "field": "parcel", "name": 1 """, "1", "'name' must be a string")]
    public void A_key_of_a_field_with_the_wrong_kind_is_reported(string extension, string underlined, string message) =>
        RunField(Field(extension: extension)).Diagnostics.Expect(Error("WAGEN104", underlined, message));

    [Fact]
    public void An_envelope_of_a_field_that_is_no_address_is_reported() =>
        RunField(Field().Replace("\"envelope.json\"", "\"http://[::\"", StringComparison.Ordinal)).Diagnostics.Expect(
            Error("WAGEN104", "\"http://[::\"", "'envelope' must be the $id of an envelope"));

    [Theory]
    [InlineData(""" "name": 1, "path": "news[]", "field": "topic", "value": "data" """, "'name' must be a string")]
    [InlineData(""" "name": "Parcels", "path": 1, "field": "topic", "value": "data" """, "'path' must be a string")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": 1, "value": "data" """, "'field' must be a string")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": 1 """, "'value' must be a string")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "entryId": 1 """, "'entryId' must be a string")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "product": 1 """, "'product' must be an object")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "product": { "member": 1, "value": "x" } """, "'member' must be a string")]
    [InlineData(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "product": { "member": "sender", "value": 1 } """, "'value' must be a string")]
    public void A_key_of_an_envelope_with_the_wrong_kind_is_reported(string extension, string message) =>
        Run((EnvelopePath, EnvelopeOf(extension))).Diagnostics.Expect(Error("WAGEN104", "1", message));

    private static void AssertUnknown(GeneratorRun run, string word, string place) =>
        run.Diagnostics.Expect(Error("WAGEN103", $"\"{word}\"", $"'{word}' is no keyword {place}; remove it, correct its spelling, or put remarks into '$comment'"));
}
