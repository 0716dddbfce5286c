using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>Mistakes in schemas of payloads, reported at their places.</summary>
public sealed class PayloadSchemaTests
{
    private const string ApiPath = "api.json";

    private const string Api = """
        { "$id": "https://example.com/api.json", "x-wagen": { "kind": "api", "namespace": "Example", "name": "Example", "version": "v1", "hosts": {}, "groups": { "all": {} } } }
        """;

    private const string Members = """ "a": { "type": "string" }, "b": { "$ref": "#/$defs/Part" }, "c": { "type": "array", "items": { "$ref": "#/$defs/Part" } }, "kind": { "$ref": "#/$defs/Kind" } """;

    private const string Shared = """
        "Part": { "type": "object", "properties": { "id": { "type": "string" }, "n": { "type": "integer" } }, "required": ["n"] },
        "Kind": { "type": "string", "enum": ["one"] }
        """;

    [Theory]
    [InlineData("""{ "exactlyOne": ["a", "x"] }""", "\"x\"", "x", "exactlyOne", "leads to no member of a payload")]
    [InlineData("""{ "atMostOne": ["a", "b.x"] }""", "\"b.x\"", "b.x", "atMostOne", "leads to no member of a payload")]
    [InlineData("""{ "count": "a", "maximum": 1 }""", "\"a\"", "a", "count", "leads to a member of another kind")]
    [InlineData("""{ "count": "c.id", "maximum": 1 }""", "\"c.id\"", "c.id", "count", "leads to no member of a payload")]
    [InlineData("""{ "unique": "c[].n" }""", "\"c[].n\"", "c[].n", "unique", "leads to a member of another kind")]
    [InlineData("""{ "required": "a", "when": { "member": "c[].id", "is": ["1"] } }""", "\"c[].id\"", "c[].id", "when", "leads to a member of another kind")]
    [InlineData("""{ "required": "a", "when": { "member": "kind", "is": ["two"] } }""", "\"kind\"", "two", "when", "is no value of the enumeration")]
    [InlineData("""{ "forbidden": "a", "whenCount": "b", "above": 1 }""", "\"b\"", "b", "whenCount", "leads to a member of another kind")]
    public void A_rule_about_what_is_not_there_is_reported(string rule, string at, string path, string key, string problem) =>
        RunRules($"\"rules\": [{rule}]").Diagnostics.Expect(Error("WAGEN114", at, $"The path '{path}' of {key} {problem}; correct the path"));

    [Theory]
    [InlineData("""{ "a": "b" }""")]
    [InlineData("""{ "unique": "c[].id", "count": "c[]" }""")]
    public void A_rule_demands_one_thing(string rule) =>
        RunRules($"\"rules\": [{rule}]").Diagnostics.Expect(Error("WAGEN104", rule, "'A rule' must be an object with one of exactlyOne, atLeastOne, atMostOne, count, unique, required, forbidden"));

    [Theory]
    [InlineData(""" "parameters": ["x"] """, "WAGEN114", "\"x\"", "The path 'x' of parameters leads to no member of a payload; correct the path")]
    [InlineData(""" "parameters": ["b.id"] """, "WAGEN114", "\"b.id\"", "The path 'b.n' of parameters must be set and is no parameter; correct the path")]
    [InlineData(""" "parameters": ["b.n", { "path": "a", "name": "n" }] """, "WAGEN111", """{ "path": "a", "name": "n" }""", "The C# name 'n' is taken by another parameter of 'Make'; give one of the two another name with x-wagen.name")]
    [InlineData(""" "parameters": [1] """, "WAGEN104", "1", "'A parameter' must be a path, or an object with path, name and optional")]
    public void A_shorthand_that_cannot_be_printed_is_reported(string parameters, string id, string at, string message) =>
        RunRules($$""" "create": { "name": "Make", {{parameters}} } """).Diagnostics.Expect(Error(id, at, message));

    [Fact]
    public void A_member_cannot_be_called_like_one_that_every_payload_has() => RunPayloads("""
        "T": { "type": "object", "properties": { "source": { "type": "string" } } }
        """).Diagnostics.Expect(Error("WAGEN112", "\"source\"", "'Source' cannot be the C# name here: its type has a member of that name; give it one with x-wagen.name"));

    [Fact]
    public void What_is_required_is_a_member() => RunPayloads("""
        "T": { "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a", "b"] }
        """).Diagnostics.Expect(Error("WAGEN114", "\"b\"", "The path 'b' of required is no member of 'T'; correct the path"));

    [Theory]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } } }""")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "integer" } } }""")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "$ref": "#/$defs/T" } } }""")]
    public void Only_texts_stand_in_arrays_of_arrays(string schema) => RunPayloads($$"""
        "T": { "type": "object", "properties": { "a": {{schema}} } }
        """).Problems.Expect(Error(
            "WAGEN113",
            "\"array\"",
            "No accessor can express an array of elements that are neither objects nor plain text; use one of the combinations of docs/schema-language.md, or {} to keep the value raw"));

    [Fact]
    public void A_pattern_that_is_none_is_reported() => RunPayloads("""
        "T": { "type": "object", "properties": { "a": { "type": "string", "pattern": "(" } } }
        """).Diagnostics.Expect(Error("WAGEN104", "\"(\"", "'pattern' must be an expression that .NET can read"));

    [Fact]
    public void A_union_of_payloads_has_one_discriminator() => RunPayloads("""
        "T": { "type": "object", "x-wagen": { "discriminators": ["a", "b"] }, "oneOf": [{ "$ref": "#/$defs/V" }] },
        "V": { "type": "object", "properties": { "a": { "const": "1" }, "b": { "const": "1" } } }
        """).Problems.Expect(Error(
            "WAGEN113",
            "\"object\"",
            "No accessor can express a union of payloads that more than one member tells apart, or one inside of another object; use one of the combinations of docs/schema-language.md, or {} to keep the value raw"));

    [Fact]
    public void A_discriminator_stands_in_the_variants_alone() => RunPayloads("""
        "T": { "type": "object", "x-wagen": { "discriminators": ["a"] }, "properties": { "a": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/V" }] },
        "V": { "type": "object", "properties": { "a": { "const": "1" } } }
        """).Diagnostics.Expect(Error("WAGEN111", "\"a\"", "The C# name 'a' is taken by a member of the union; describe it in the variants only; give one of the two another name with x-wagen.name"));

    [Fact]
    public void Only_the_last_variant_may_be_what_the_others_are_not() => RunPayloads("""
        "T": { "type": "object", "oneOf": [{ "$ref": "#/$defs/V" }, { "$ref": "#/$defs/W" }] },
        "V": { "type": "object", "properties": { "a": { "type": "string" } } },
        "W": { "type": "object", "x-wagen": { "content": "b" }, "properties": { "b": { "type": "string" } } }
        """).Diagnostics.Expect(Error(
            "WAGEN110",
            """{ "$ref": "#/$defs/V" }""",
            "The variant 'V' of 'T' has nothing that tells it apart; give it a const or enum at a discriminator that no variant before it has"));

    [Theory]
    [InlineData(""" "x-wagen": { "handler": "A" } """, "handler", "of an object", "it belongs to an event or a variant")]
    [InlineData(""" "x-wagen": { "reply": { "name": "A" } } """, "reply", "of an object", "it belongs to a variant of a payloads file")]
    [InlineData(""" "x-wagen": { "conversation": {} } """, "conversation", "of an object", "it belongs to an event or a union of a payloads file")]
    public void A_key_of_a_payload_that_belongs_elsewhere_is_reported(string extension, string key, string place, string home) =>
        RunPayloads($$""" "T": { "type": "object", {{extension}}, "properties": { "a": { "type": "string" } } } """)
            .Problems.Expect(Error("WAGEN117", $"\"{key}\"", $"'{key}' has no effect as a key {place}; {home}"));

    [Fact]
    public void Names_on_the_wire_may_be_words_of_CSharp_and_objects_may_be_empty() => RunPayloads("""
        "T": {
          "type": "object",
          "x-wagen": { "create": { "name": "Make", "parameters": ["class", "default", { "path": "a\"b", "name": "quoted", "optional": true }] } },
          "properties": {
            "class": { "type": "string" }, "default": { "type": "integer" }, "json": { "type": "string" }, "member": { "type": "string" }, "check": { "type": "integer", "maximum": 1 },
            "payload": { "type": "boolean" }, "a\"b": { "type": "string", "x-wagen": { "name": "Quoted" } }, "Kind": { "$ref": "#/$defs/Kind" }, "empty": { "$ref": "#/$defs/Empty" }
          }
        },
        "Kind": { "type": "string", "enum": ["a", "b\"c"], "x-wagen": { "values": { "b\"c": { "name": "Quoted" } } } },
        "Empty": { "type": "object", "additionalProperties": true }
        """).Diagnostics.Expect();

    private static GeneratorRun RunRules(string extension) => RunPayloads($$"""
        "T": { "type": "object", "x-wagen": { {{extension}} }, "properties": { {{Members}} } }, {{Shared}}
        """);

    private static GeneratorRun RunPayloads(string definitions) => Run((ApiPath, Api), (TypesPath, $$"""
        {
          "$id": "https://example.com/types.json",
          "x-wagen": { "kind": "payloads", "namespace": "Example", "api": "https://example.com/api.json", "group": "all" },
          "$defs": { {{definitions}} }
        }
        """)).WithProperty("WaGenApiGroups", "all");
}
