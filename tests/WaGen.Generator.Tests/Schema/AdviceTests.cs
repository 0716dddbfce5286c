using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Model;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>What a schema advises: deprecated parts, keys, roles and lookups, as the analyzers read them from printed code.</summary>
public class AdviceTests
{
    private const string Union = """
        "Parcel": {
          "type": "object", "x-wagen": { "handler": "Any", "discriminators": ["kind"] },
          "properties": {
            "kind": { "type": "string" },
            "phone": { "type": "string", "x-wagen": { "key": "id" } },
            "id": { "type": "string", "x-wagen": { "name": "Number" } },
            "old": { "type": "string", "deprecated": true, "x-wagen": { "instead": "Read the number." } }
          },
          "oneOf": [{ "$ref": "#/$defs/Lost" }, { "$ref": "#/$defs/Odd" }, { "$ref": "#/$defs/Sent" }]
        },
        "Lost": { "type": "object", "x-wagen": { "role": "failure" }, "properties": { "kind": { "const": "lost" }, "where": { "type": "string" } } },
        "Odd": { "type": "object", "x-wagen": { "role": "fallback" }, "properties": { "kind": { "const": "odd" } } },
        "Sent": { "type": "object", "description": "It is on its way.", "deprecated": true, "properties": { "kind": { "const": "sent" }, "by": { "type": "string" } } }
        """;

    private static readonly CSharpCompilation Parcels = Compile(FieldOf(
        Union + """
        , "Person": { "type": "object", "properties": { "name": { "type": "string" } } }
        , "People": { "type": "object", "properties": { "list": { "type": "array", "items": { "$ref": "#/$defs/Person" } } } }
        """,
        """
        [{ "path": "parcels[]", "lookups": [
          { "name": "Owner", "in": "owners", "match": [{ "element": "name", "event": "id" }] },
          { "name": "Sender", "in": "people.list", "match": [{ "element": "name", "event": "id" }] }
        ] }]
        """,
        """
        "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } },
        "owners": { "type": "array", "items": { "$ref": "#/$defs/Person" } },
        "people": { "$ref": "#/$defs/People" }
        """));

    [Theory]
    [InlineData("Parcel", "Phone", AdviceTopic.Key, "Number")]
    [InlineData("Lost", "Phone", AdviceTopic.Key, "Number")]
    [InlineData("Parcel", "Old", AdviceTopic.Deprecated, "Read the number.")]
    [InlineData("Lost", "Old", AdviceTopic.Deprecated, "Read the number.")]
    [InlineData("IParcelEventsHandler", "OnLostAsync", AdviceTopic.Failure, "OnAnyAsync")]
    [InlineData("IParcelEventsHandler", "OnOddAsync", AdviceTopic.Fallback, "OnAnyAsync")]
    [InlineData("IParcelEventsHandler", "OnSentAsync", AdviceTopic.Deprecated, "It is on its way.")]
    [InlineData("Sent", null, AdviceTopic.Deprecated, "It is on its way.")]
    [InlineData("ParcelEventsContext", "Owners", AdviceTopic.Lookup, "Owner")]
    [InlineData("People", "List", AdviceTopic.Lookup, "Sender")]
    internal void Advice_stands_at_what_it_is_about(string type, string? member, AdviceTopic kind, string text) =>
        Assert.Equal(text, Advice.TextOf(Symbol(Parcels, type, member), kind));

    [Theory]
    [InlineData("Parcel", null)]
    [InlineData("Parcel", "Number")]
    [InlineData("Parcel", "PhoneUtf8")]
    [InlineData("IParcelEventsHandler", null)]
    [InlineData("IParcelEventsHandler", "OnAnyAsync")]
    public void Nothing_else_has_an_attribute_of_advice(string type, string? member) =>
        Assert.DoesNotContain(Symbol(Parcels, type, member).GetAttributes(), static a => a.AttributeClass?.Name is "SchemaAdviceAttribute");

    [Fact]
    public void An_event_that_is_no_union_may_be_deprecated()
    {
        CSharpCompilation compilation = Compile(FieldOf(
            """ "Parcel": { "type": "object", "deprecated": true, "properties": { "id": { "type": "string" } } } """,
            """[{ "path": "parcels[]" }]""",
            """ "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } """));
        Assert.Equal("The provider has moved on.", Advice.TextOf(Symbol(compilation, "Parcel", null), AdviceTopic.Deprecated));
        Assert.Equal("The provider has moved on.", Advice.TextOf(Symbol(compilation, "IParcelEventsHandler", "OnParcelAsync"), AdviceTopic.Deprecated));
    }

    [Fact]
    public void An_enumeration_and_its_values_may_be_deprecated()
    {
        GeneratorRun run = RunDefinitions("""
            "Size": {
              "type": "string", "enum": ["s", "m", "l"], "deprecated": true, "description": "How large.",
              "x-wagen": { "values": { "s": { "deprecated": true, "description": "Small \"one\"." }, "m": { "deprecated": true, "instead": "l" }, "l": { "deprecated": false } } }
            }
            """);
        run.Diagnostics.Expect();
        Assert.Equal("How large.", Advice.TextOf(Symbol(run.Output, "Size", null), AdviceTopic.Deprecated));
        Assert.Equal("Small \"one\".", Advice.TextOf(Symbol(run.Output, "Size", "S"), AdviceTopic.Deprecated));
        Assert.Equal("l", Advice.TextOf(Symbol(run.Output, "Size", "M"), AdviceTopic.Deprecated));
        Assert.Null(Advice.TextOf(Symbol(run.Output, "Size", "L"), AdviceTopic.Deprecated));
    }

    [Theory]
    [InlineData("nr", "is no member of 'Parcel'")]
    [InlineData("phone", "is the member itself")]
    [InlineData("flag", "is neither a text nor a number")]
    [InlineData("inner", "is neither a text nor a number")]
    public void A_key_that_is_no_text_or_number_of_the_same_object_is_reported(string key, string problem) => RunField(Field($$"""
        "phone": { "type": "string", "x-wagen": { "key": "{{key}}" } }, "flag": { "type": "boolean" }, "inner": { "$ref": "#/$defs/Parcel" }
        """)).Problems.Expect(Error("WAGEN114", $"\"{key}\"", $"The path '{key}' of key {problem}; correct the path"));

    [Theory]
    [InlineData(""" "x-wagen": { "key": 5 } """, "WAGEN104", "5", "'key' must be a string")]
    [InlineData(""" "deprecated": true, "x-wagen": { "instead": 5 } """, "WAGEN104", "5", "'instead' must be a string")]
    [InlineData(""" "x-wagen": { "instead": "it" } """, "WAGEN117", "\"instead\"", "'instead' has no effect on what is not deprecated; add 'deprecated' or remove it")]
    [InlineData(""" "x-wagen": { "role": "failure" } """, "WAGEN117", "\"role\"", "'role' has no effect as a key of a member; it belongs to a variant that is an event")]
    public void A_member_with_advice_of_a_wrong_kind_is_reported(string keywords, string id, string text, string message) =>
        RunField(Field($$""" "phone": { "type": "string", {{keywords}} } """)).Problems.Expect(Error(id, text, message));

    [Theory]
    [InlineData("\"deprecated\": \"no\"", "WAGEN104", "\"no\"", "'deprecated' must be true or false")]
    [InlineData("\"instead\": \"b\"", "WAGEN117", "\"instead\"", "'instead' has no effect on what is not deprecated; add 'deprecated' or remove it")]
    [InlineData("\"deprecated\": true, \"instead\": {}", "WAGEN104", "{}", "'instead' must be a string")]
    public void A_value_with_advice_of_a_wrong_kind_is_reported(string keywords, string id, string text, string message) =>
        RunDefinitions($$""" "Size": { "type": "string", "enum": ["s"], "x-wagen": { "values": { "s": { {{keywords}} } } } } """).Problems.Expect(Error(id, text, message));

    [Theory]
    [InlineData("5", "5", "'role' must be a string")]
    [InlineData("\"mistake\"", "\"mistake\"", "'role' must be failure or fallback")]
    public void A_role_that_does_not_exist_is_reported(string role, string text, string message) =>
        RunField(Parcel(Union.Replace("\"failure\"", role, StringComparison.Ordinal))).Problems.Expect(Error("WAGEN104", text, message));

    [Fact]
    public void A_role_of_an_object_that_is_no_variant_is_reported() =>
        RunField(Parcel(""" "Parcel": { "type": "object", "x-wagen": { "role": "failure" }, "properties": { "id": { "type": "string" } } } """))
            .Problems.Expect(Error("WAGEN117", "\"role\"", "'role' has no effect as a key of an object; it belongs to a variant that is an event"));

    [Fact]
    public void A_role_of_a_variant_that_reaches_no_handler_by_itself_is_reported() => RunDefinitions("""
        "Shape": { "type": "object", "properties": { "kind": { "type": "string" } }, "x-wagen": { "discriminators": ["kind"] }, "oneOf": [{ "$ref": "#/$defs/Round" }] },
        "Round": { "type": "object", "x-wagen": { "role": "failure" }, "properties": { "kind": { "const": "round" } } }
        """).Problems.Expect(Error("WAGEN117", "\"role\"", "'role' has no effect on a variant that is no event; remove it"));

    private static string Parcel(string definitions) => FieldOf(
        definitions,
        """[{ "path": "parcels[]" }]""",
        """ "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } """);

    private static CSharpCompilation Compile(string field)
    {
        GeneratorRun run = RunField(field);
        run.Diagnostics.Expect();
        return run.Output;
    }

    private static ISymbol Symbol(CSharpCompilation compilation, string type, string? member)
    {
        INamedTypeSymbol owner = compilation.GetTypeByMetadataName("Example." + type)!;
        return member is null ? owner : Assert.Single(owner.GetMembers(member));
    }
}
