using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN114: paths of x-wagen that lead nowhere.</summary>
public class PathTests
{
    private const string Value = """
        "boxes": { "type": "array", "items": { "$ref": "#/$defs/Box" } },
        "names": { "type": "array", "items": { "type": "string" } },
        "one": { "$ref": "#/$defs/Box" },
        "far": { "type": "array", "items": { "$ref": "types.json#/$defs/Far" } },
        "kinds": { "type": "array", "items": { "$ref": "types.json#/$defs/Name" } }
        """;

    private const string Definitions = """ "Box": { "type": "object", "properties": { "id": { "type": "string" }, "lid": { "$ref": "#/$defs/Box" }, "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } } } """;

    [Theory]
    [InlineData("parcel[]", "parcel[]")]
    [InlineData("parcels", "parcels")]
    [InlineData("names[]", "names[]")]
    [InlineData("one[]", "one[]")]
    [InlineData("one.parcel[]", "parcel[]")]
    [InlineData("one.parcels", "parcels")]
    [InlineData("boxes.parcels[]", "boxes")]
    [InlineData("outer.box.parcels[]", "outer")]
    [InlineData("far[]", "far[]")]
    [InlineData("boxes[].parcel[]", "parcel[]")]
    [InlineData("boxes[].", "")]
    [InlineData("[]", "[]")]
    [InlineData(".", "")]
    public void A_path_of_an_event_that_leads_to_no_array_of_objects_is_reported(string path, string segment) => AssertPath(
        RunField(Event($$"""{ "path": "{{path}}" }""")), path, "an event", $"does not lead to an array of objects that this file defines (at '{segment}')");

    [Theory]
    [InlineData("boxes[]")]
    [InlineData("boxes[].parcels[]")]
    [InlineData("one.parcels[]")]
    [InlineData("boxes[].lid.parcels[]")]
    [InlineData("")]
    public void A_path_of_an_event_may_lead_through_arrays_and_objects_or_be_empty(string path) => RunField(Event($$"""{ "path": "{{path}}" }""")).Diagnostics.Expect();

    [Fact]
    public void A_path_of_an_event_that_ends_with_an_object_is_reported() =>
        AssertPath(RunField(Event("""{ "path": "one" }""")), "one", "an event", "leads to an object and not to the elements of an array");

    [Theory]
    [InlineData("identity", "nr", "is no common member of 'Parcel'")]
    [InlineData("identity", "", "is no common member of 'Parcel'")]
    [InlineData("identity", "id.x", "is no common member of 'Parcel'")]
    [InlineData("order", "inner.nr", "is no common member of 'Parcel'")]
    [InlineData("order", "inner.", "is no common member of 'Parcel'")]
    [InlineData("identity", "inner", "leads to an object; name its members")]
    [InlineData("order", "inner", "leads to an object or an array, which tells no events apart")]
    [InlineData("order", "inner.tags", "leads to an object or an array, which tells no events apart")]
    public void A_part_of_a_key_that_is_no_scalar_member_is_reported(string key, string path, string problem) =>
        AssertPath(RunField(Event($$"""{ "path": "parcels[]", "{{key}}": ["{{path}}"] }""")), path, key, problem);

    [Theory]
    [InlineData("sender")]
    [InlineData("id")]
    public void A_part_of_a_key_may_be_a_member_of_the_envelope(string member) =>
        RunField(Event($$"""{ "path": "parcels[]", "identity": ["^{{member}}", "id"] }""")).Diagnostics.Expect();

    [Theory]
    [InlineData("^nothing")]
    [InlineData("^")]
    [InlineData("^data")]
    [InlineData("^news")]
    public void A_part_of_a_key_that_no_object_of_the_envelope_has_as_a_scalar_is_reported(string path) => AssertPath(
        RunField(Event($$"""{ "path": "parcels[]", "identity": ["{{path}}"] }""")), path, "an identity or order", "is no text, number or time of the objects of 'https://example.com/envelope.json' that lead to a change");

    [Fact]
    public void A_part_of_an_identity_may_be_an_array() => RunField(Event("""{ "path": "parcels[]", "identity": ["id", "inner.tags"] }""")).Diagnostics.Expect();

    [Fact]
    public void A_part_of_a_key_may_lead_into_an_object() => RunField(Event("""{ "path": "parcels[]", "identity": ["id", "inner.kind"], "order": ["inner.kind"] }""")).Diagnostics.Expect();

    [Theory]
    [InlineData("""{ "name": "Found", "in": "box", "match": [{ "element": "id", "event": "id" }] }""", "box", "a lookup", "is no array of objects of the value")]
    [InlineData("""{ "name": "Found", "in": "one", "match": [{ "element": "id", "event": "id" }] }""", "one", "a lookup", "is no array of objects of the value")]
    [InlineData("""{ "name": "Found", "in": "names", "match": [{ "element": "id", "event": "id" }] }""", "names", "a lookup", "is no array of objects of the value")]
    [InlineData("""{ "name": "Found", "in": "boxes.parcels", "match": [{ "element": "id", "event": "id" }] }""", "boxes.parcels", "a lookup", "does not lead through objects that this file defines (at 'boxes')")]
    [InlineData("""{ "name": "Found", "in": "one.parcel", "match": [{ "element": "id", "event": "id" }] }""", "one.parcel", "a lookup", "is no array of objects of the value")]
    [InlineData("""{ "name": "Found", "in": "boxes", "match": [{ "element": "id", "event": "nr" }] }""", "nr", "a lookup", "is no common member of 'Parcel'")]
    [InlineData("""{ "name": "Found", "in": "boxes", "match": [{ "element": "nr", "event": "id" }] }""", "nr", "a lookup", "is no common member of 'Box'")]
    [InlineData("""{ "name": "Found", "in": "kinds", "match": [{ "element": "id", "event": "id" }] }""", "Found", "a lookup", "leads to no array of objects")]
    public void A_part_of_a_lookup_that_is_no_member_is_reported(string lookup, string path, string of, string problem) =>
        AssertPath(RunField(Event($$"""{ "path": "parcels[]", "lookups": [{{lookup}}] }""")), path, of, problem);

    [Theory]
    [InlineData("boxes")]
    [InlineData("far")]
    [InlineData("one.parcels")]
    [InlineData("one.lid.parcels")]
    public void A_lookup_may_search_objects_of_this_or_another_file(string list) =>
        RunField(Event($$"""{ "path": "parcels[]", "lookups": [{ "name": "Found", "in": "{{list}}", "match": [{ "element": "id", "event": "id" }] }] }""")).Diagnostics.Expect();

    [Theory]
    [InlineData("new[]", "does not lead to objects that this file defines (at 'new[]')")]
    [InlineData("news", "does not lead to objects that this file defines (at 'news')")]
    [InlineData("single[]", "does not lead to objects that this file defines (at 'single[]')")]
    [InlineData("sender", "does not lead to objects that this file defines (at 'sender')")]
    [InlineData("news[].", "does not lead to objects that this file defines (at '')")]
    [InlineData("news[].more[]", "goes through two objects or members of one name (at 'more[]')")]
    public void A_way_to_the_changes_that_leads_nowhere_is_reported(string changes, string problem) =>
        AssertPath(Run((EnvelopePath, EnvelopeOf($$""" "name": "Parcels", "path": "{{changes}}", "field": "topic", "value": "data" """))), changes, "an envelope", problem);

    [Theory]
    [InlineData("news[]", "topic")]
    [InlineData("single", "topic")]
    [InlineData("", "sender")]
    public void A_way_to_the_changes_may_lead_through_arrays_and_objects_or_be_empty(string changes, string field) =>
        Run((EnvelopePath, EnvelopeOf($$""" "name": "Parcels", "path": "{{changes}}", "field": "{{field}}", "value": "{{(field is "topic" ? "data" : "single")}}" """))).Diagnostics.Expect();

    [Theory]
    [InlineData("kind", "data", "kind", "field")]
    [InlineData("topic", "content", "content", "value")]
    public void A_member_of_the_change_that_does_not_exist_is_reported(string field, string value, string path, string of) =>
        AssertPath(Run((EnvelopePath, EnvelopeOf($$""" "name": "Parcels", "path": "news[]", "field": "{{field}}", "value": "{{value}}" """))), path, of, "is no member of 'ParcelNews'");

    [Theory]
    [InlineData("nr")]
    [InlineData("news[].nr")]
    [InlineData("news.id")]
    [InlineData("news[].id.x")]
    [InlineData("")]
    public void An_entry_id_that_is_not_on_the_way_is_reported(string path) =>
        AssertPath(
            Run((EnvelopePath, EnvelopeOf($$""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "entryId": "{{path}}" """))),
            path,
            "entryId",
            "is no member of an object on the way to the values");

    [Theory]
    [InlineData("text", "is no member of 'Lost'")]
    [InlineData("inner.text", "is no member of 'Lost'")]
    [InlineData("", "is no member of 'Lost'")]
    [InlineData("note", "leads to what is neither an object nor an array")]
    [InlineData("kind", "leads to what is neither an object nor an array")]
    public void Content_of_a_variant_that_is_no_container_is_reported(string content, string problem) => AssertPath(Variant(content), content, "content", problem);

    [Theory]
    [InlineData("inner")]
    [InlineData("inner.list")]
    [InlineData("common")]
    public void Content_may_be_a_member_of_the_variant_or_of_the_union(string content) => Variant(content).Diagnostics.Expect();

    [Theory]
    [InlineData("""{ "c": {} }""", "\"c\"", "c", "is no value of the enumeration")]
    [InlineData("""{ "a": { "aliases": ["b"] }, "b": { } }""", "{ }", "b", "is an alias of another value")]
    public void What_is_said_about_no_value_is_reported(string details, string underlined, string path, string problem) =>
        RunDefinitions($$""" "Kind": { "type": "string", "enum": ["a", "b"], "x-wagen": { "values": {{details}} } } """).Diagnostics.Expect(
            Error("WAGEN114", underlined, $"The path '{path}' of values {problem}; correct the path"));

    private static GeneratorRun Variant(string content) => RunDefinitions($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" }, "common": { "$ref": "#/$defs/Inner" } }, "oneOf": [{ "$ref": "#/$defs/Lost" }] },
        "Lost": { "type": "object", "x-wagen": { "content": "{{content}}" }, "properties": { "kind": { "const": "lost" }, "note": { "type": "string" }, "inner": { "$ref": "#/$defs/Inner" } } },
        "Inner": { "type": "object", "properties": { "list": { "type": "array" } } }
        """);

    private static string Event(string json) => Field(
        """ "id": { "type": "string" }, "inner": { "type": "object", "x-wagen": { "name": "Inner" }, "properties": { "kind": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } } } } """,
        $"[{json}]",
        Value,
        Definitions);

    private static GeneratorRun RunField(string field) => Run(
        (EnvelopePath, Envelope),
        (FieldPath, field),
        (TypesPath, SchemaProject.Definitions(""" "Far": { "type": "object", "properties": { "id": { "type": "string" } } }, "Name": { "type": "string" } """)));

    private static void AssertPath(GeneratorRun run, string path, string of, string problem) =>
        run.Problems.Expect(Error("WAGEN114", $"\"{path}\"", $"The path '{path}' of {of} {problem}; correct the path"));
}
