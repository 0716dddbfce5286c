using WaGen.Generator.Emit;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN111 and WAGEN112: C# names that clash or cannot be.</summary>
public class NameTests
{
    private const string Needed = "printed code needs the type of WaGen or .NET that is called so";

    public static TheoryData<string> PlainNamesOfPrintedCode => [.. PlainNames.All.Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": { "type": "object", "x-wagen": { "name": "Other" }, "properties": { "b": {} } } } }, "Other": { "type": "object", "properties": { "a": {} } } """, """{ "type": "object", "properties": { "a": {} } }""", "Other", "another type of this file")]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": {} } }, "Other": { "type": "object", "x-wagen": { "name": "Thing" }, "properties": { "a": {} } } """, "\"Thing\"", "Thing", "another type of this file")]
    [InlineData(""" "Kind": { "type": "string", "enum": ["a"] }, "Other": { "type": "object", "x-wagen": { "name": "KindWire" }, "properties": { "a": {} } } """, "\"KindWire\"", "KindWire", "the reader of an enumeration")]
    public void Two_types_of_a_file_with_one_name_are_reported(string definitions, string underlined, string name, string owner) =>
        RunDefinitions(definitions).Diagnostics.Expect(Clash(underlined, name, owner));

    [Fact]
    public void Two_types_of_two_files_with_one_name_are_reported_and_the_second_file_is_not_printed()
    {
        GeneratorRun run = Run(
            (TypesPath, Definitions(""" "Thing": { "type": "object", "properties": { "a": {} } } """)),
            ("other.json", Definitions(""" "Thing": { "type": "object", "properties": { "b": {} } } """, "https://example.com/zzz.json")),
            ("third.json", Definitions(""" "Thing": { "type": "object", "properties": { "b": {} } } """, "https://example.com/third.json", "Elsewhere")));
        run.Diagnostics.Expect(Clash("""{ "type": "object", "properties": { "b": {} } }""", "Thing", "a type or namespace of 'https://example.com/types.json'"));
        Assert.Equal(["example.com.third.g.cs", "example.com.types.g.cs"], run.Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_that_is_called_like_a_namespace_is_reported()
    {
        AssertProblem(
            Run(
                (TypesPath, Definitions(""" "Parcels": { "type": "object", "properties": { "a": {} } } """)),
                ("other.json", Definitions(""" "Thing": { "type": "object", "properties": { "b": {} } } """, "https://example.com/other.json", "Example.Parcels"))),
            Clash("""{ "type": "object", "properties": { "a": {} } }""", "Parcels", "a type or namespace of 'https://example.com/other.json'"));
    }

    [Theory]
    [InlineData(""" "parcel_id": {}, "parcelId": {} """, "\"parcelId\"", "ParcelId")]
    [InlineData(""" "id": { "type": "string" }, "id_utf8": {} """, "\"id_utf8\"", "IdUtf8")]
    [InlineData(""" "id_equals": {}, "id": { "type": "string" } """, "\"id\"", "IdEquals")]
    [InlineData(""" "kind": { "type": "string", "enum": ["a"], "x-wagen": { "name": "Kind" } }, "kind_text": {} """, "\"kind_text\"", "KindText")]
    [InlineData(""" "parse_body": {}, "body": { "type": "string", "contentMediaType": "application/json" } """, "\"body\"", "ParseBody")]
    [InlineData(""" "a": {}, "b": { "type": "string", "x-wagen": { "name": "A" } } """, "\"A\"", "A")]
    public void Two_members_with_one_name_are_reported(string members, string underlined, string name) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { {{members}} } } """).Diagnostics.Expect(Clash(underlined, name, "another member of 'Thing'"));

    [Theory]
    [InlineData(""" "a": {}, "b": { "type": "string", "x-wagen": { "aliases": ["a"] } } """, "\"b\"", "a")]
    [InlineData(""" "b": { "type": "string", "x-wagen": { "aliases": ["a"] } }, "a": {} """, "\"a\"", "a")]
    [InlineData(""" "b": { "type": "string", "x-wagen": { "aliases": ["b"] } } """, "\"b\"", "b")]
    public void Two_members_with_one_name_on_the_wire_are_reported(string members, string underlined, string name) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { {{members}} } } """).Diagnostics.Expect(Clash(underlined, name, "another member of 'Thing' on the wire"));

    [Theory]
    [InlineData(""" "kind": { "$ref": "other.json#/$defs/Kind" }, "kind_text": {} """, "Kind", "KindText")]
    [InlineData(""" "id": { "$ref": "other.json#/$defs/Id" }, "id_utf8": {} """, "Id", "IdUtf8")]
    [InlineData(""" "id_utf8": {}, "id": { "$ref": "other.json#/$defs/Id" } """, "Id", "IdUtf8")]
    public void A_companion_that_another_file_adds_is_reported(string members, string definition, string name) => AssertProblem(
        Run(
            (TypesPath, Definitions($$""" "Thing": { "type": "object", "properties": { {{members}} } } """)),
            ("other.json", Definitions(""" "Kind": { "type": "string", "enum": ["a"] }, "Id": { "type": "string", "format": "id" } """, "https://example.com/other.json"))),
        Clash($"\"other.json#/$defs/{definition}\"", name, "another member of 'Thing'"));

    [Fact]
    public void What_another_file_does_not_add_is_no_clash() => Run(
        (TypesPath, Definitions(""" "Thing": { "type": "object", "properties": { "body": { "$ref": "other.json#/$defs/Body" }, "body_text": {}, "body_utf8": {} } } """)),
        ("other.json", Definitions(""" "Body": { "type": "object", "properties": { "a": {} } } """, "https://example.com/other.json"))).Diagnostics.Expect();

    [Theory]
    [InlineData("""["a", "A"]""", "{}", "\"A\"", "A", "another value of the enumeration")]
    [InlineData("""["a_b", "aB"]""", "{}", "\"aB\"", "AB", "another value of the enumeration")]
    [InlineData("""["a", "b"]""", """{ "b": { "name": "A" } }""", "\"A\"", "A", "another value of the enumeration")]
    [InlineData("""["unknown"]""", "{}", "\"unknown\"", "Unknown", "the value for everything unknown")]
    [InlineData("""["a"]""", """{ "a": { "name": "Unknown" } }""", "\"Unknown\"", "Unknown", "the value for everything unknown")]
    public void Two_values_of_an_enumeration_with_one_name_are_reported(string values, string details, string underlined, string name, string owner) =>
        RunDefinitions($$""" "Kind": { "type": "string", "enum": {{values}}, "x-wagen": { "values": {{details}} } } """).Diagnostics.Expect(Clash(underlined, name, owner));

    [Fact]
    public void An_alias_may_be_listed_as_a_value_even_if_it_is_unknown() =>
        RunDefinitions(""" "Kind": { "type": "string", "enum": ["a", "unknown"], "x-wagen": { "values": { "a": { "aliases": ["unknown"] } } } } """).Diagnostics.Expect();

    [Theory]
    [InlineData(""" "x-wagen": { "handler": "Same" } """, "\"Same\"", "OnSameAsync", "the method of another variant of 'Event'")]
    [InlineData(""" "x-wagen": { "handler": "Sender" } """, "\"Sender\"", "TryGetSender", "'Event' or one of its members")]
    public void A_method_of_a_variant_that_clashes_is_reported(string extension, string underlined, string name, string owner) => RunDefinitions($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" }, "try_get_sender": {} }, "oneOf": [{ "$ref": "#/$defs/Lost" }, { "$ref": "#/$defs/Found" }] },
        "Lost": { "type": "object", "x-wagen": { "handler": "Same" }, "properties": { "kind": { "const": "lost" } } },
        "Found": { "type": "object", {{extension}}, "properties": { "kind": { "const": "found" } } }
        """).Diagnostics.Expect(Clash(underlined, name, owner));

    [Fact]
    public void Two_events_of_a_field_with_one_method_are_reported()
    {
        const string Second = """{ "path": "boxes[]" }""";
        RunField(Field(
            events: $$"""[{ "path": "parcels[]" }, {{Second}}]""",
            value: """ "boxes": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } """)).Diagnostics.Expect(
                Clash(Second, "OnParcelAsync", "another handler method of the field"));
    }

    [Theory]
    [InlineData(""" "ParcelEventsContext": { "type": "object", "properties": { "a": {} } } """, """{ "type": "object", "properties": { "a": {} } }""", "ParcelEventsContext", "a generated type of the field")]
    [InlineData(""" "IParcelEventsHandler": { "type": "object", "properties": { "a": {} } } """, """{ "type": "object", "properties": { "a": {} } }""", "IParcelEventsHandler", "the handler interface of the field")]
    public void A_type_that_is_called_like_what_the_field_prints_is_reported(string definition, string underlined, string name, string owner) =>
        RunField(Field(definitions: definition)).Diagnostics.Expect(Clash(underlined, name, owner));

    [Theory]
    [InlineData("ParcelsContract", "the contract")]
    [InlineData("IParcelsHandler", "the handler interface of the contract")]
    public void A_type_that_is_called_like_what_the_envelope_prints_is_reported(string name, string owner) =>
        Run((EnvelopePath, Envelope.Replace("\"$defs\": {", $$"""
            "$defs": { "{{name}}": { "type": "object", "properties": { "a": {} } },
            """, StringComparison.Ordinal))).Diagnostics.Expect(Clash("""{ "type": "object", "properties": { "a": {} } }""", name, owner));

    [Fact]
    public void Lookups_of_one_name_that_find_different_things_are_reported() => RunField(Field(
        events: """
            [{ "path": "parcels[]", "lookups": [
              { "name": "Box", "in": "boxes", "match": [{ "element": "id", "event": "id" }] },
              { "name": "Box", "in": "bags", "match": [{ "element": "id", "event": "id" }] }
            ] }]
            """,
        value: """ "boxes": { "type": "array", "items": { "$ref": "#/$defs/Box" } }, "bags": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } """,
        definitions: """ "Box": { "type": "object", "properties": { "id": { "type": "string" } } } """)).Diagnostics.Expect(
            Clash("\"Box\"", "Box", "another lookup, which finds something else"));

    [Theory]
    [InlineData("is_present", "IsPresent")]
    [InlineData("json", "Json")]
    [InlineData("detach", "Detach")]
    [InlineData("parse", "Parse")]
    [InlineData("get_context", "GetContext")]
    [InlineData("write_webhook_to", "WriteWebhookTo")]
    [InlineData("write_to", "WriteTo")]
    [InlineData("equals", "Equals")]
    [InlineData("get_hash_code", "GetHashCode")]
    [InlineData("to_string", "ToString")]
    [InlineData("get_type", "GetType")]
    public void A_member_that_every_view_has_is_reported(string member, string name) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { "{{member}}": {} } } """).Diagnostics.Expect(Invalid($"\"{member}\"", name, "its view has a member of that name"));

    [Theory]
    [InlineData("choose", "Choose")]
    [InlineData("as_event", "AsEvent")]
    public void A_member_that_unions_and_variants_have_is_reported(string member, string name)
    {
        bool ofUnion = member is "choose";
        RunDefinitions($$"""
            "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "{{(ofUnion ? member : "kind")}}": {} }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
            "Lost": { "type": "object", "properties": { "kind": { "const": "lost" }, "{{(ofUnion ? "x" : member)}}": {} } }
            """).Diagnostics.Expect(Invalid($"\"{member}\"", name, "its view has a member of that name"));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Detach")]
    public void A_type_that_is_called_like_a_member_of_every_view_is_reported(string name) =>
        RunDefinitions($$""" "{{name}}": { "type": "object", "properties": { "a": {} } } """).Diagnostics.Expect(
            Invalid("""{ "type": "object", "properties": { "a": {} } }""", name, "every view has a member of that name"));

    [Theory]
    [MemberData(nameof(PlainNamesOfPrintedCode))]
    public void A_type_that_is_called_like_one_that_printed_code_needs_is_reported(string name) =>
        RunDefinitions($$""" "{{name}}": { "type": "object", "properties": { "a": {} } } """).Diagnostics.Expect(
            Invalid("""{ "type": "object", "properties": { "a": {} } }""", name, Needed));

    [Fact]
    public void An_enumeration_that_is_called_like_a_type_that_printed_code_needs_is_reported() =>
        RunDefinitions(""" "ScalarForms": { "type": "string", "enum": ["a"] } """).Diagnostics.Expect(Invalid("""{ "type": "string", "enum": ["a"] }""", "ScalarForms", Needed));

    [Fact]
    public void A_field_whose_types_are_called_like_those_that_printed_code_needs_is_reported() =>
        RunField(Field(extension: """ "field": "parcel", "name": "Webhook" """)).Problems.Expect(Invalid("\"Webhook\"", "WebhookField", Needed));

    [Fact]
    public void An_envelope_whose_types_are_called_like_those_that_printed_code_needs_is_reported() =>
        Run((EnvelopePath, Envelope.Replace("\"name\": \"Parcels\"", "\"name\": \"Webhook\"", StringComparison.Ordinal))).Problems.Expect(Invalid("\"Webhook\"", "WebhookContract", Needed));

    [Theory]
    [InlineData("thing", "\"thing\"", "Thing")]
    public void A_member_that_is_called_like_its_type_is_reported(string member, string underlined, string name) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { "{{member}}": {} } } """).Diagnostics.Expect(Invalid(underlined, name, "a member cannot be named like its type"));

    [Theory]
    [InlineData(""" "": {} """, "\"\"", "")]
    [InlineData(""" "-": {} """, "\"-\"", "")]
    [InlineData(""" "a": { "type": "string", "x-wagen": { "name": "3d" } } """, "\"3d\"", "3d")]
    [InlineData(""" "a": { "type": "string", "x-wagen": { "name": "class" } } """, "\"class\"", "class")]
    [InlineData(""" "a": { "type": "string", "x-wagen": { "name": "field" } } """, "\"field\"", "field")]
    [InlineData(""" "a": { "type": "string", "x-wagen": { "name": "" } } """, "\"\"", "")]
    [InlineData(""" "a": { "type": "string", "x-wagen": { "name": "A B" } } """, "\"A B\"", "A B")]
    [InlineData(""" "a": { "type": "string", "x-wagen": { "name": "A\u200dB" } } """, "\"A\\u200dB\"", "A\u200dB")]
    public void A_member_name_that_is_no_identifier_is_reported(string members, string underlined, string name) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { {{members}} } } """).Diagnostics.Expect(Invalid(underlined, name, "it is no C# identifier"));

    [Fact]
    public void A_member_name_that_starts_with_a_digit_gets_an_underscore() =>
        Assert.Contains("_3DSecure", RunDefinitions(""" "Thing": { "type": "object", "properties": { "3d_secure": {} } } """).Printed["example.com.types.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("Parcel-Thing", "it is no C# identifier")]
    [InlineData("3d", "it is no C# identifier")]
    [InlineData("class", "it is no C# identifier")]
    [InlineData("record", "it is no C# identifier")]
    [InlineData("", "it is no C# identifier")]
    [InlineData("parcel", "a type of small letters alone may become a keyword of C#")]
    public void A_type_name_that_cannot_be_is_reported(string name, string reason) =>
        RunDefinitions($$""" "{{name}}": { "type": "object", "properties": { "a": {} } } """).Diagnostics.Expect(
            Invalid("""{ "type": "object", "properties": { "a": {} } }""", name, reason));

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "b": {} } }""", """{ "type": "object", "properties": { "b": {} } }""", "an object with members needs a name of its own")]
    [InlineData("""{ "type": "array", "items": { "type": "object", "properties": { "b": {} } } }""", """{ "type": "object", "properties": { "b": {} } }""", "an object with members needs a name of its own")]
    [InlineData("""{ "type": "string", "enum": ["a"] }""", """["a"]""", "an enumeration needs a name of its own")]
    public void A_type_in_place_without_a_name_is_reported(string member, string underlined, string reason) =>
        RunDefinitions($$""" "Thing": { "type": "object", "properties": { "a": {{member}} } } """).Diagnostics.Expect(Invalid(underlined, "", reason));

    [Fact]
    public void A_variant_in_place_without_a_name_is_reported() =>
        RunDefinitions(""" "Thing": { "type": "object", "oneOf": [{ "type": "object", "properties": { "b": {} } }] } """).Diagnostics.Expect(
            Invalid("""{ "type": "object", "properties": { "b": {} } }""", "", "a variant needs a name of its own"));

    [Theory]
    [InlineData("""["-"]""", "{}", "\"-\"", "")]
    [InlineData("""["a"]""", """{ "a": { "name": "1" } }""", "\"1\"", "1")]
    [InlineData("""["a"]""", """{ "a": { "name": "value__" } }""", "\"value__\"", "value__")]
    public void A_value_name_that_is_no_identifier_is_reported(string values, string details, string underlined, string name) =>
        RunDefinitions($$""" "Kind": { "type": "string", "enum": {{values}}, "x-wagen": { "values": {{details}} } } """).Diagnostics.Expect(Invalid(underlined, name, "it is no C# identifier"));

    [Theory]
    [InlineData("Example.class")]
    [InlineData("")]
    [InlineData("A..B")]
    [InlineData("A-B")]
    public void A_namespace_that_cannot_be_is_reported(string space) =>
        Run((TypesPath, Definitions("", space: space))).Diagnostics.Expect(Invalid($"\"{space}\"", space, "it is no C# namespace"));

    [Fact]
    public void A_namespace_that_hides_a_type_that_printed_code_needs_is_reported() =>
        Run((TypesPath, Definitions("", space: "Example.RawJson"))).Diagnostics.Expect(
            Invalid("\"Example.RawJson\"", "Example.RawJson", "a part of it is the name of a type of WaGen or .NET that printed code needs"));

    [Fact]
    public void A_handler_that_is_no_part_of_an_identifier_is_reported() =>
        RunField(Field().Replace("\"Parcel\": { \"type\": \"object\",", "\"Parcel\": { \"type\": \"object\", \"x-wagen\": { \"handler\": \"a-b\" },", StringComparison.Ordinal)).Diagnostics.Expect(
            Invalid("\"a-b\"", "a-b", "it is no part of a C# identifier"));

    [Theory]
    [InlineData("""{ "name": "1", "in": "boxes", "match": [{ "element": "id", "event": "id" }] }""", "\"1\"", "1", "it is no C# identifier")]
    [InlineData("""{ "name": "Delivery", "in": "boxes", "match": [{ "element": "id", "event": "id" }] }""", "\"Delivery\"", "Delivery", "the context has a member of that name")]
    [InlineData("""{ "name": "ParcelEventsContext", "in": "boxes", "match": [{ "element": "id", "event": "id" }] }""", "\"ParcelEventsContext\"", "ParcelEventsContext", "the context has a member of that name")]
    [InlineData("""{ "name": "Boxes", "in": "boxes", "match": [{ "element": "id", "event": "id" }] }""", "\"boxes\"", "Boxes", "the context has a member of that name")]
    [InlineData("""{ "name": "Box", "in": "boxes", "match": [{ "element": "id", "event": "id" }] }""", "\"find_box\"", "FindBox", "the context has a member of that name")]
    public void A_lookup_name_that_cannot_be_is_reported(string lookup, string underlined, string name, string reason) => RunField(Field(
        events: $$"""[{ "path": "parcels[]", "lookups": [{{lookup}}] }]""",
        value: """ "boxes": { "type": "array", "items": { "$ref": "#/$defs/Box" } }, "find_box": {} """,
        definitions: """ "Box": { "type": "object", "properties": { "id": { "type": "string" } } } """)).Diagnostics.Expect(Invalid(underlined, name, reason));

    [Theory]
    [InlineData(""" "delivery": {} """, "\"delivery\"", "Delivery")]
    [InlineData(""" "unhandled": {} """, "\"unhandled\"", "Unhandled")]
    public void A_member_that_every_context_has_is_reported(string member, string underlined, string name) =>
        RunField(Field(value: member)).Diagnostics.Expect(Invalid(underlined, name, "the context has a member of that name"));

    [Fact]
    public void A_member_that_the_envelope_adds_to_the_context_is_reported()
    {
        string envelope = EnvelopeOf(""" "name": "Parcels", "path": "news[].more[]", "field": "topic", "value": "data" """)
            .Replace("\"more\": { \"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/ParcelNews\" } }", "\"more\": { \"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/Change\" } }", StringComparison.Ordinal)
            .Replace("\"ParcelNews\": {", """ "Change": { "type": "object", "properties": { "topic": { "type": "string" }, "data": {} } }, "ParcelNews": {""", StringComparison.Ordinal);
        AssertProblem(
            Run((EnvelopePath, envelope), (FieldPath, Field(value: """ "news": {} """))),
            Invalid("\"news\"", "News", "the context has a member of that name"));
    }

    [Theory]
    [InlineData("Context")]
    [InlineData("Found")]
    [InlineData("Event")]
    [InlineData("Field")]
    [InlineData("Object")]
    public void Type_names_that_look_like_names_in_printed_code_are_fine(string name) => RunField(FieldOf(
        $$"""
        "{{name}}": { "type": "object", "x-wagen": { "discriminators": ["_", "kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/{{name}}Lost" }, { "$ref": "#/$defs/{{name}}Found" }] },
        "{{name}}Lost": { "type": "object", "x-wagen": { "handler": "Lost" }, "properties": { "kind": { "const": "lost" } } },
        "{{name}}Found": { "type": "object", "x-wagen": { "handler": "Back" }, "properties": { "_": { "const": "x", "x-wagen": { "name": "Underscore" } } } }
        """,
        """[{ "path": "items[]" }]""",
        $$""" "items": { "type": "array", "items": { "$ref": "#/$defs/{{name}}" } } """)).Diagnostics.Expect();

    private static void AssertProblem(GeneratorRun run, ExpectedDiagnostic problem) => run.Problems.Expect(problem);

    private static ExpectedDiagnostic Clash(string underlined, string name, string owner) =>
        Error("WAGEN111", underlined, $"The C# name '{name}' is taken by {owner}; give one of the two another name with x-wagen.name");

    private static ExpectedDiagnostic Invalid(string underlined, string name, string reason) =>
        Error("WAGEN112", underlined, $"'{name}' cannot be the C# name here: {reason}; give it one with x-wagen.name");
}
