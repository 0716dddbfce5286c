using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>WAGEN105, WAGEN106 and WAGEN115: references that lead nowhere.</summary>
public class ReferenceTests
{
    private const string OneMember = """{ "type": "object", "properties": { "a": {} } }""";

    [Theory]
    [InlineData("#/$defs/Other", "#/$defs/Other")]
    [InlineData("#/definitions/Thing", "#/definitions/Thing")]
    [InlineData("#", "#")]
    [InlineData("", "")]
    [InlineData("http://[::", "http://[::")]
    [InlineData("types.json#/$defs/Other", "types.json#/$defs/Other")]
    [InlineData("other.json#/$defs/Other", "https://example.com/other.json#/$defs/Other")]
    [InlineData("other.json#/definitions/There", "https://example.com/other.json#/definitions/There")]
    [InlineData("other.json", "https://example.com/other.json")]
    [InlineData("missing.json#/$defs/There", "https://example.com/missing.json#/$defs/There")]
    public void A_reference_to_nothing_is_reported_and_kept_raw(string reference, string address)
    {
        GeneratorRun run = Run(
            (TypesPath, Definitions($$""" "Thing": { "type": "object", "properties": { "a": { "$ref": "{{reference}}" } } } """)),
            ("other.json", Definitions($"\"There\": {OneMember}", "https://example.com/other.json")));
        run.Diagnostics.Expect(Unresolved(reference, address));
        Assert.Contains("RawJson A =>", run.Printed["example.com.types.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_only_makes_a_member_more_precise_is_checked_too() => RunDefinitions("""
        "Thing": {
          "type": "object",
          "x-wagen": { "discriminators": ["inner.kind"] },
          "properties": { "inner": { "$ref": "#/$defs/Inner" } },
          "oneOf": [{ "$ref": "#/$defs/Variant" }]
        },
        "Inner": { "type": "object", "properties": { "kind": { "type": "string" } } },
        "Variant": { "type": "object", "properties": { "inner": { "$ref": "#/$defs/Iner", "properties": { "kind": { "const": "x" } } } } }
        """).Diagnostics.Expect(Unresolved("#/$defs/Iner", "#/$defs/Iner"));

    [Theory]
    [InlineData("https://example.com/other.json#/$defs/There")]
    [InlineData("other.json#/$defs/There")]
    [InlineData("/other.json#/$defs/There")]
    [InlineData("./a/../other.json#/%24defs/There")]
    public void Another_file_is_found_by_its_id(string reference) => Run(
        (TypesPath, Definitions($$""" "Thing": { "type": "object", "properties": { "a": { "$ref": "{{reference}}" } } } """)),
        ("elsewhere/b.json", Definitions($"\"There\": {OneMember}", "https://example.com/other.json"))).Diagnostics.Expect();

    [Fact]
    public void Names_that_an_address_escapes_are_found() => Run(
        (TypesPath, Definitions(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "other.json#/$defs/Größe" }, "b": { "$ref": "#/$defs/Straße" } } }, "Straße": { "type": "string" } """)),
        ("other.json", Definitions($"\"Größe\": {OneMember}", "https://example.com/other.json"))).Diagnostics.Expect();

    [Fact]
    public void An_id_without_a_host_is_an_address_too() =>
        Run((TypesPath, Definitions(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Thing" } } } """, "urn:example:types"))).Diagnostics.Expect();

    [Theory]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Thing" } } } """)]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": { "type": "array", "items": { "$ref": "#/$defs/Thing" } } } } """)]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": { "type": "object", "additionalProperties": { "$ref": "#/$defs/Thing" } } } } """)]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Other" } } }, "Other": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Thing" } } } """)]
    [InlineData(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Name" } } }, "Name": { "$ref": "#/$defs/Thing" } """)]
    public void Types_may_hold_themselves(string definitions) => RunDefinitions(definitions).Diagnostics.Expect();

    [Fact]
    public void Types_of_two_files_may_hold_each_other() => Run(
        (TypesPath, Definitions(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "other.json#/$defs/Other" } } } """)),
        ("other.json", Definitions(""" "Other": { "type": "object", "properties": { "a": { "type": "array", "items": { "$ref": "types.json#/$defs/Thing" } } } } """, "https://example.com/other.json"))).Diagnostics.Expect();

    [Theory]
    [InlineData(""" "Thing": { "$ref": "#/$defs/Thing" } """, "#/$defs/Thing")]
    [InlineData(""" "Thing": { "$ref": "#/$defs/Other" }, "Other": { "$ref": "#/$defs/Thing" } """, "#/$defs/Other")]
    [InlineData(""" "Holder": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Thing" } } }, "Thing": { "$ref": "#/$defs/Other" }, "Other": { "$ref": "#/$defs/Thing" } """, "#/$defs/Other")]
    [InlineData(""" "Thing": { "type": "object", "allOf": [{ "$ref": "#/$defs/Thing" }], "properties": { "a": {} } } """, "#/$defs/Thing")]
    [InlineData(""" "Thing": { "type": "array", "items": { "$ref": "#/$defs/Thing" } } """, null)]
    public void A_circle_of_references_is_reported_once(string definitions, string? reference) => RunDefinitions(definitions).Diagnostics.Expect(
        reference is null
            ? Error("WAGEN106", """{ "type": "array", "items": { "$ref": "#/$defs/Thing" } }""", "'Thing' leads back to itself through references alone; let one of the definitions say what it is")
            : Circle(reference));

    [Fact]
    public void A_circle_of_allOf_is_reported_where_it_closes() => RunDefinitions("""
        "Thing": { "type": "object", "allOf": [{ "$ref": "#/$defs/Other" }], "properties": { "a": {} } },
        "Other": { "type": "object", "allOf": [{ "$ref": "#/$defs/Thing" }], "properties": { "b": {} } }
        """).Diagnostics.Expect(Circle("#/$defs/Other"), Circle("#/$defs/Thing"));

    [Fact]
    public void A_circle_over_two_files_is_reported_in_both() => Run(
        (TypesPath, Definitions(""" "Thing": { "$ref": "other.json#/$defs/Other" } """)),
        ("other.json", Definitions(""" "Other": { "$ref": "types.json#/$defs/Thing" } """, "https://example.com/other.json"))).Diagnostics.Expect(
            Error("WAGEN106", "\"types.json#/$defs/Thing\"", "'https://example.com/types.json#/$defs/Thing' leads back to itself through references alone; let one of the definitions say what it is"),
            Error("WAGEN106", "\"other.json#/$defs/Other\"", "'https://example.com/other.json#/$defs/Other' leads back to itself through references alone; let one of the definitions say what it is"));

    [Fact]
    public void AllOf_many_times_over_costs_no_more_than_once()
    {
        string parts = string.Join(", ", Enumerable.Range(0, 40).Select(static i =>
            $$""" "T{{i}}": { "type": "object", "allOf": [{ "$ref": "#/$defs/T{{i + 1}}" }, { "$ref": "#/$defs/T{{i + 1}}" }, { "$ref": "#/$defs/T{{i + 1}}" }], "properties": { "a{{i}}": {} } } """));
        RunDefinitions($"{parts}, \"T40\": {OneMember}").Diagnostics.Expect();
    }

    [Fact]
    public void A_chain_of_definitions_without_end_is_reported_instead_of_overflowing_the_stack()
    {
        string chain = string.Join(", ", Enumerable.Range(0, 5000).Select(static i => $$""" "T{{i}}": { "$ref": "#/$defs/T{{i + 1}}" } """));
        GeneratorRun run = RunDefinitions($"{chain}, \"T5000\": {OneMember}");
        Assert.NotEmpty(run.Result.Diagnostics);
        Assert.All(run.Result.Diagnostics, static d => Assert.Equal("WAGEN113", d.Id));
    }

    [Theory]
    [InlineData("https://example.com/none.json", "https://example.com/none.json")]
    [InlineData("none.json", "https://example.com/none.json")]
    [InlineData("types.json", "https://example.com/types.json")]
    public void A_field_without_its_envelope_is_reported_and_not_printed(string envelope, string address)
    {
        GeneratorRun run = Run(
            (EnvelopePath, Envelope),
            (FieldPath, Field().Replace("\"envelope.json\"", $"\"{envelope}\"", StringComparison.Ordinal)),
            (TypesPath, Definitions($"\"Thing\": {OneMember}")));
        run.Diagnostics.Expect(Error("WAGEN115", $"\"{envelope}\"", $"'{address}' is the $id of no envelope schema of this project; the field is not printed until the envelope exists"));
        Assert.Equal(["Example.ParcelsContract.g.cs", "WaGen.GlobalUsings.g.cs", "example.com.envelope.g.cs", "example.com.types.g.cs"], run.Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Problems_are_at_line_and_column_of_the_file()
    {
        GeneratorRun run = Run((TypesPath, "{\n  \"$id\": \"https://example.com/types.json\",\n  \"x-wagen\": { \"kind\": \"definitions\", \"namespace\": \"Example\" },\n  \"$defs\": {\n    \"A\": { \"$ref\": \"#/$defs/B\" }\n  }\n}"));
        Assert.Equal("types.json(5,20): error WAGEN105", Assert.Single(run.Result.Diagnostics).ToString()[..32]);
    }

    private static ExpectedDiagnostic Unresolved(string reference, string address) =>
        Error("WAGEN105", $"\"{reference}\"", $"'{address}' is defined by no schema of this project; correct the $ref or add the file that defines it as a WaGenSchema item");

    private static ExpectedDiagnostic Circle(string reference) =>
        Error("WAGEN106", $"\"{reference}\"", $"'{reference}' leads back to itself through references alone; let one of the definitions say what it is");
}
