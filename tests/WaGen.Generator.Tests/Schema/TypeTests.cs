using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN113: types that no C# property can have.</summary>
public class TypeTests
{
    [Theory]
    [InlineData("""{ "type": ["number", "object"] }""", """["number", "object"]""", "a value that is sometimes a container and sometimes not")]
    [InlineData("""{ "type": ["array", "object"] }""", """["array", "object"]""", "a value that is sometimes a container and sometimes not")]
    [InlineData("""{ "type": "boolean", "format": "unix-time" }""", "\"boolean\"", "boolean with format 'unix-time'")]
    [InlineData("""{ "type": "number", "format": "id" }""", "\"number\"", "number with format 'id'")]
    [InlineData("""{ "type": "integer", "format": "uri" }""", "\"integer\"", "integer with format 'uri'")]
    [InlineData("""{ "type": "boolean", "format": "decimal" }""", "\"boolean\"", "boolean with format 'decimal'")]
    [InlineData("""{ "type": ["string", "boolean"], "format": "phone" }""", """["string", "boolean"]""", "string or boolean with format 'phone'")]
    [InlineData("""{ "type": ["boolean", "integer"] }""", """["boolean", "integer"]""", "integer or boolean with format 'none'")]
    [InlineData("""{ "format": "id" }""", """{ "format": "id" }""", "format 'id' without a text or a number")]
    [InlineData("""{ "properties": { "a": {} }, "format": "id" }""", """{ "properties": { "a": {} }, "format": "id" }""", "format 'id' without a text or a number")]
    [InlineData("""{ "type": "null", "format": "id" }""", "\"null\"", "format 'id' without a text or a number")]
    [InlineData("""{ "properties": { "a": {} }, "items": {} }""", """{ "properties": { "a": {} }, "items": {} }""", "elements of a value that is no array")]
    [InlineData("""{ "type": "string", "allOf": [{ "$ref": "#/$defs/Thing" }] }""", "\"string\"", "members of a value that is no object")]
    [InlineData("""{ "type": "string", "oneOf": [{}] }""", "\"string\"", "members of a value that is no object")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "additionalProperties": { "type": "string" } }""", "\"object\"", "listed members beside a schema for all others")]
    [InlineData("""{ "type": "integer", "enum": ["a"] }""", "\"integer\"", "an enumeration of values that are not all text")]
    [InlineData("""{ "type": ["string", "integer"], "enum": ["a"] }""", """["string", "integer"]""", "an enumeration of values that are not all text")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "\"array\"", "an array of elements that are neither objects nor plain text")]
    [InlineData("""{ "type": "array", "items": { "type": ["string", "integer"], "format": "id" } }""", "\"array\"", "an array of elements that are neither objects nor plain text")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "string" } } }""", "\"array\"", "an array of elements that are neither objects nor plain text")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "boolean" } }""", "\"object\"", "a map of values that are neither objects nor plain text")]
    public void A_type_that_no_property_can_have_is_reported_and_kept_raw(string schema, string underlined, string what)
    {
        GeneratorRun run = RunDefinitions($$""" "Thing": { "type": "object", "properties": { "a": {{schema}} } } """);
        run.Diagnostics.Expect(Inexpressible(underlined, what));
        Assert.Contains("RawJson A =>", run.Printed["example.com.types.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "$ref": "other.json#/$defs/Far" }""", "Far")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "allOf": [{ "$ref": "other.json#/$defs/Far" }] }""", "Far")]
    public void AllOf_with_a_definition_of_another_file_is_reported(string part, string name)
    {
        bool direct = part.StartsWith("{ \"$ref\"", StringComparison.Ordinal);
        string reference = $$"""{ "$ref": "other.json#/$defs/{{name}}" }""";
        Run(
            (TypesPath, Definitions($$""" "Thing": {{(direct ? $$"""{ "type": "object", "allOf": [{{part}}], "properties": { "b": {} } }""" : part)}} """)),
            ("other.json", Definitions(""" "Far": { "type": "object", "properties": { "c": {} } } """, "https://example.com/other.json"))).Diagnostics.Expect(
                Inexpressible(reference, "allOf with a definition of another file"));
    }

    [Theory]
    [InlineData("array", "items")]
    [InlineData("object", "additionalProperties")]
    public void An_array_or_map_of_what_another_file_defines_is_checked(string type, string keyword) => Run(
        (TypesPath, Definitions($$"""
            "Thing": { "type": "object", "properties": {
              "a": { "type": "{{type}}", "{{keyword}}": { "$ref": "other.json#/$defs/Kind" } },
              "b": { "type": "{{type}}", "{{keyword}}": { "$ref": "other.json#/$defs/Name" } },
              "c": { "type": "{{type}}", "{{keyword}}": { "$ref": "other.json#/$defs/Any" } },
              "d": { "type": "{{type}}", "{{keyword}}": { "$ref": "other.json#/$defs/Object" } }
            } }
            """)),
        ("other.json", Definitions(
            """ "Kind": { "type": "string", "enum": ["a"] }, "Name": { "type": "string" }, "Any": {}, "Object": { "type": "object", "properties": { "a": {} } } """,
            "https://example.com/other.json"))).Diagnostics.Expect(
                Inexpressible("\"other.json#/$defs/Kind\"", "an array or a map of what is neither an object nor plain text"));

    [Theory]
    [InlineData("{}", "RawJson")]
    [InlineData("true", "RawJson")]
    [InlineData("""{ "type": "null" }""", "RawJson")]
    [InlineData("""{ "type": "object" }""", "RawJson")]
    [InlineData("""{ "type": "object", "additionalProperties": false }""", "RawJson")]
    [InlineData("""{ "type": "array", "items": {} }""", "RawJson")]
    [InlineData("""{ "type": ["string", "null"] }""", "string?")]
    [InlineData("""{ "type": ["integer", "string"], "format": "id" }""", "string?")]
    [InlineData("""{ "type": ["integer", "string"] }""", "long?")]
    [InlineData("""{ "type": ["number", "integer"] }""", "decimal?")]
    [InlineData("""{ "type": "string", "format": "double" }""", "double?")]
    [InlineData("""{ "type": ["boolean", "string"] }""", "bool?")]
    [InlineData("""{ "type": "integer", "format": "unix-time" }""", "DateTimeOffset?")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "string?")]
    [InlineData("""{ "type": "array", "items": { "type": "string", "format": "id" } }""", "TextList")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", "TextMap")]
    [InlineData("""{ "items": { "$ref": "#/$defs/Thing" } }""", "ViewList<Thing>")]
    [InlineData("""{ "additionalProperties": { "$ref": "#/$defs/Thing" } }""", "ViewMap<Thing>")]
    public void A_type_becomes_a_property(string schema, string type)
    {
        GeneratorRun run = RunDefinitions($$""" "Thing": { "type": "object", "properties": { "a": {{schema}} } } """);
        run.Diagnostics.Expect();
        Assert.Contains($"public {type} A =>", run.Printed["example.com.types.g.cs"], StringComparison.Ordinal);
    }

    private static ExpectedDiagnostic Inexpressible(string underlined, string what) =>
        Error("WAGEN113", underlined, $"No accessor can express {what}; use one of the combinations of docs/schema-language.md, or {{}} to keep the value raw");
}
