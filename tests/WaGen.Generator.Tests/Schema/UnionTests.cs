using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN109 and WAGEN110, and which schemas can be variants.</summary>
public class UnionTests
{
    private const string Lost = """ "Lost": { "type": "object", "properties": { "kind": { "const": "lost" } } } """;

    [Theory]
    [InlineData("typ")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("kind.inner")]
    [InlineData("kind.")]
    public void A_discriminator_that_is_no_member_is_reported(string path) => RunDefinitions($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind", "{{path}}"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] }, {{Lost}}
        """).Diagnostics.Expect(Error("WAGEN109", $"\"{path}\"", $"The discriminator '{path}' is no member of 'Event' or of its variants; correct the path or add the member"));

    [Theory]
    [InlineData("kind")]
    [InlineData("inner.kind")]
    [InlineData("far.kind")]
    public void A_discriminator_may_be_a_member_of_the_union_of_a_variant_or_further_inside(string path) => Run(
        (TypesPath, Definitions($$"""
            "Event": { "type": "object", "x-wagen": { "discriminators": ["kind", "{{path}}"] }, "properties": { "far": { "$ref": "other.json#/$defs/Far" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
            "Lost": { "type": "object", "properties": { "kind": { "const": "lost" }, "inner": { "$ref": "#/$defs/Inner" } } },
            "Inner": { "type": "object", "properties": { "kind": { "type": "string" } } }
            """)),
        ("other.json", Definitions(""" "Far": { "type": "object", "properties": { "kind": { "type": "string" } } } """, "https://example.com/other.json"))).Diagnostics.Expect();

    [Theory]
    [InlineData("""{ "const": "lost" }""", "is always preceded by 'Lost'")]
    [InlineData("""{ "enum": ["lost", "found"] }""", "is always preceded by 'Lost'")]
    [InlineData("""{ "type": "string" }""", "has nothing that tells it apart")]
    public void A_variant_that_is_never_chosen_is_reported(string kind, string problem) => RunDefinitions($$"""
        "Event": {
          "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } },
          "oneOf": [{ "$ref": "#/$defs/Lost" }, { "$ref": "#/$defs/Found" }, { "$ref": "#/$defs/Late" }]
        },
        {{Lost}},
        "Found": { "type": "object", "properties": { "kind": { "const": "found" } } },
        "Late": { "type": "object", "properties": { "kind": {{kind}} } }
        """).Diagnostics.Expect(Error(
            "WAGEN110",
            """{ "$ref": "#/$defs/Late" }""",
            $"The variant 'Late' of 'Event' {problem}; give it a const or enum at a discriminator that no variant before it has"));

    [Fact]
    public void Variants_that_ask_for_more_or_for_another_text_can_be_chosen() => RunDefinitions("""
        "Event": {
          "type": "object", "x-wagen": { "discriminators": ["kind", "detail"] }, "properties": { "kind": { "type": "string" }, "detail": { "type": "string" } },
          "oneOf": [{ "$ref": "#/$defs/A" }, { "$ref": "#/$defs/B" }, { "$ref": "#/$defs/C" }, { "$ref": "#/$defs/D" }]
        },
        "A": { "type": "object", "properties": { "kind": { "const": "a" } } },
        "B": { "type": "object", "properties": { "kind": { "const": "a" }, "detail": { "const": "b" } } },
        "C": { "type": "object", "properties": { "kind": { "enum": ["a", "c"] } } },
        "D": { "type": "object", "properties": { "detail": { "const": "b" } } }
        """).Diagnostics.Expect();

    [Fact]
    public void Without_discriminators_content_decides_and_a_second_variant_of_it_is_reported() => RunDefinitions("""
        "Event": { "type": "object", "oneOf": [{ "$ref": "#/$defs/A" }, { "$ref": "#/$defs/B" }, { "$ref": "#/$defs/C" }, { "$ref": "#/$defs/D" }] },
        "A": { "type": "object", "x-wagen": { "content": "one" }, "properties": { "one": {} } },
        "B": { "type": "object", "x-wagen": { "content": "two" }, "properties": { "two": { "type": "array" } } },
        "C": { "type": "object", "x-wagen": { "content": "one" }, "properties": { "one": {} } },
        "D": { "type": "object", "properties": { "four": {} } }
        """).Diagnostics.Expect(
            Error("WAGEN110", """{ "$ref": "#/$defs/C" }""", "The variant 'C' of 'Event' is always preceded by 'A'; give it a const or enum at a discriminator that no variant before it has"),
            Error("WAGEN110", """{ "$ref": "#/$defs/D" }""", "The variant 'D' of 'Event' has nothing that tells it apart; give it a const or enum at a discriminator that no variant before it has"));

    [Theory]
    [InlineData(""" "Quote": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Lost" } } } """)]
    [InlineData(""" "Quote": { "type": "array", "items": { "$ref": "#/$defs/Lost" } } """)]
    public void A_variant_may_stand_before_its_union_and_be_used_by_others(string first) => RunDefinitions($$"""
        {{first}},
        {{Lost}},
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" }, "quoted": { "$ref": "#/$defs/Lost" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] }
        """).Diagnostics.Expect();

    [Fact]
    public void A_variant_of_two_unions_is_reported() => RunDefinitions($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
        "Other": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
        {{Lost}}
        """).Diagnostics.Expect(Error("WAGEN111", """{ "$ref": "#/$defs/Lost" }""", "The C# name 'Lost' is taken by a variant of 'Event'; give one of the two another name with x-wagen.name"));

    [Fact]
    public void A_variant_that_is_listed_twice_is_reported() => RunDefinitions($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }, { "$ref": "#/$defs/Lost" }] },
        {{Lost}}
        """).Diagnostics.Expect(Error("WAGEN111", """{ "$ref": "#/$defs/Lost" }""", "The C# name 'Lost' is taken by a variant of 'Event'; give one of the two another name with x-wagen.name"));

    [Theory]
    [InlineData(""" "Lost": { "type": "string" } """, "a variant that is not described as an object at its own place")]
    [InlineData(""" "Lost": { "$ref": "#/$defs/Real" }, "Real": { "type": "object", "properties": { "kind": { "const": "lost" } } } """, "a variant that is not described as an object at its own place")]
    [InlineData(""" "Lost": { "type": "object", "oneOf": [{ "type": "object", "x-wagen": { "name": "Deep", "content": "a" }, "properties": { "a": {} } }] } """, "a variant that has variants itself")]
    public void A_variant_that_is_no_plain_object_is_reported(string variant, string what) => RunDefinitions($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
        {{variant}}
        """).Diagnostics.Expect(Inexpressible("""{ "$ref": "#/$defs/Lost" }""", what));

    [Fact]
    public void A_variant_of_another_file_is_reported() => Run(
        (TypesPath, Definitions(""" "Event": { "type": "object", "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "other.json#/$defs/Lost" }] } """)),
        ("other.json", Definitions(Lost, "https://example.com/other.json"))).Diagnostics.Expect(
            Inexpressible("""{ "$ref": "other.json#/$defs/Lost" }""", "a variant that another file defines"));

    [Fact]
    public void A_variant_that_does_not_exist_is_reported() =>
        RunDefinitions(""" "Event": { "type": "object", "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] } """).Diagnostics.Expect(
            Error("WAGEN105", "\"#/$defs/Lost\"", "'#/$defs/Lost' is defined by no schema of this project; correct the $ref or add the file that defines it as a WaGenSchema item"));

    [Fact]
    public void A_union_of_variants_of_each_other_is_reported() => RunDefinitions("""
        "A": { "type": "object", "oneOf": [{ "$ref": "#/$defs/B" }], "properties": { "one": {} } },
        "B": { "type": "object", "oneOf": [{ "$ref": "#/$defs/A" }], "properties": { "two": {} } }
        """).Diagnostics.Expect(
            Inexpressible("""{ "$ref": "#/$defs/B" }""", "a variant that has variants itself"),
            Error("WAGEN111", """{ "$ref": "#/$defs/A" }"""));

    private static ExpectedDiagnostic Inexpressible(string underlined, string what) =>
        Error("WAGEN113", underlined, $"No accessor can express {what}; use one of the combinations of docs/schema-language.md, or {{}} to keep the value raw");
}
