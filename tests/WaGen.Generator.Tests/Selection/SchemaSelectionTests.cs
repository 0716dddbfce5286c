using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Selection;

/// <summary>WAGEN107, WAGEN108, and what is printed when one of several files is broken.</summary>
public class SchemaSelectionTests
{
    private const string Thing = """ "Thing": { "type": "object", "properties": { "a": {} } } """;
    private const string Other = """ "Other": { "type": "object", "properties": { "a": {} } } """;

    [Theory]
    [InlineData("https://example.com/types.json")]
    [InlineData("HTTPS://EXAMPLE.com/types.json")]
    [InlineData("https://example.com/a/../types.json")]
    [InlineData("https://example.com/Types.json")]
    [InlineData("http://example.com/types.json")]
    [InlineData("https://example.com/types")]
    [InlineData("https://example.com/types.json?b")]
    public void Two_files_with_one_id_are_reported_and_the_first_is_printed(string id)
    {
        GeneratorRun run = Run(("a.json", Definitions(Thing)), ("b.json", Definitions(Other, id)));
        run.Diagnostics.Expect(Error("WAGEN107", $"\"{id}\"", $"'{new Uri(id).AbsoluteUri}' is the $id of 'a.json' as well; give one of the two files another $id"));
        Assert.Equal(["example.com.types.g.cs"], run.Printed.Keys);
    }

    [Theory]
    [InlineData("https://wagen/globalusings.json")]
    [InlineData("https://example/ParcelsContract.json")]
    public void An_id_that_names_a_file_of_the_generator_is_reported_and_the_others_are_printed(string id)
    {
        GeneratorRun run = Run((EnvelopePath, Envelope), (TypesPath, Definitions(""" "T": { "type": "object", "properties": { "a": {} } } """, id)));
        run.Problems.Expect(Error("WAGEN107", $"\"{id}\""));
        Assert.Contains(run.Printed.Keys, static k => k.EndsWith("ParcelsContract.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_printed_once()
    {
        GeneratorRun run = Run(("a.json", Definitions(Thing)), ("a.json", Definitions(Thing)));
        run.Diagnostics.Expect();
        Assert.Equal(["example.com.types.g.cs"], run.Printed.Keys);
    }

    [Fact]
    public void A_users_file_replaces_the_shipped_one_of_its_id_which_is_neither_printed_nor_checked_against_others()
    {
        string shipped = Definitions(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "nowhere.json#/$defs/X" } } }, "Clash": { "type": "object", "properties": { "a": {} } } """);
        GeneratorRun run = GeneratorRun.Of()
            .With("shipped/types.json", shipped, isShipped: true)
            .With("mine.json", Definitions(Thing.Replace("\"a\"", "\"mine\"", StringComparison.Ordinal)))
            .With("clash.json", Definitions(""" "Clash": { "type": "object", "properties": { "a": { "$ref": "types.json#/$defs/Thing" } } } """, "https://example.com/clash.json"));
        run.Diagnostics.Expect();
        Assert.Equal(["example.com.clash.g.cs", "example.com.types.g.cs"], run.Printed.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Mine =>", run.Printed["example.com.types.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_a_user_that_replace_the_same_shipped_one_are_reported() => GeneratorRun.Of()
        .With("shipped/types.json", Definitions(Thing), isShipped: true)
        .With("mine.json", Definitions(Thing))
        .With("other.json", Definitions(Other))
        .Diagnostics.Expect(Error("WAGEN107", "\"https://example.com/types.json\"", "'https://example.com/types.json' is the $id of 'mine.json' as well; give one of the two files another $id"));

    [Fact]
    public void A_users_file_with_nearly_the_id_of_a_shipped_one_is_reported() => GeneratorRun.Of()
        .With("shipped/types.json", Definitions(Thing), isShipped: true)
        .With("mine.json", Definitions(Other, "https://example.com/Types.json"))
        .Diagnostics.Expect(Error("WAGEN107", "\"https://example.com/Types.json\"", "'https://example.com/Types.json' is the $id of 'shipped/types.json' as well; give one of the two files another $id"));

    [Theory]
    [InlineData(""" "field": "parcel", "name": "Mine" """, "parcel")]
    [InlineData(""" "field": "mine", "aliases": ["parcel"], "name": "Mine" """, "parcel")]
    [InlineData(""" "field": "mine", "aliases": ["old"], "name": "Mine" """, "old")]
    [InlineData(""" "field": "old", "name": "Mine" """, "old")]
    public void Two_files_of_one_field_name_or_alias_are_reported_and_the_first_is_printed(string extension, string name)
    {
        GeneratorRun run = Run(
            (EnvelopePath, Envelope),
            (FieldPath, Field(extension: """ "field": "parcel", "aliases": ["old"], "name": "ParcelEvents" """)),
            ("mine.json", FieldOf(
                """ "Mine": { "type": "object", "properties": { "a": {} } } """,
                """[{ "path": "a[]" }]""",
                """ "a": { "type": "array", "items": { "$ref": "#/$defs/Mine" } } """,
                extension.Replace("\"Mine\"", "\"MineEvents\"", StringComparison.Ordinal),
                "https://example.com/mine.json")));
        run.Diagnostics.Expect(DuplicateField(name, "https://example.com/field.json"));
        Assert.Equal(
            ["Example.ParcelsContract.g.cs", "WaGen.GlobalUsings.g.cs", "example.com.envelope.g.cs", "example.com.field.g.cs"],
            run.Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""["parcel"]""", "parcel")]
    [InlineData("""["old", "old"]""", "old")]
    public void One_file_with_a_field_name_twice_is_reported(string aliases, string name) =>
        RunField(Field(extension: $$""" "field": "parcel", "aliases": {{aliases}}, "name": "ParcelEvents" """)).Diagnostics.Expect(DuplicateField(name, "https://example.com/field.json"));

    [Theory]
    [InlineData("{", "WAGEN101")]
    [InlineData("[]", "WAGEN102")]
    [InlineData("""{ "$id": "https://example.com/b.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "B": { "foo": 1 } } }""", "WAGEN103")]
    [InlineData("""{ "$id": "https://example.com/b.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "B": { "type": 1 } } }""", "WAGEN104")]
    [InlineData("""{ "$id": "https://example.com/b.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "B": { "$ref": "#/$defs/C" } } }""", "WAGEN105")]
    [InlineData("""{ "$id": "https://example.com/b.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "B": { "$ref": "#/$defs/B" } } }""", "WAGEN106")]
    [InlineData("""{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "definitions", "namespace": "Example" } }""", "WAGEN107")]
    [InlineData("""{ "$id": "https://example.com/b.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "Thing": { "type": "object", "properties": { "a": {} } } } }""", "WAGEN111")]
    [InlineData("""{ "$id": "https://example.com/z.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "thing": { "type": "object", "properties": { "a": {} } } } }""", "WAGEN112")]
    public void Other_schemas_are_printed_when_one_is_broken(string broken, string id)
    {
        GeneratorRun run = Run((EnvelopePath, Envelope), (FieldPath, Field()), (TypesPath, Definitions(Thing)), ("zzz.json", broken));
        Assert.Equal(id, Assert.Single(run.Result.Diagnostics).Id);
        string[] printed = ["Example.ParcelsContract.g.cs", "WaGen.GlobalUsings.g.cs", "example.com.envelope.g.cs", "example.com.field.g.cs"];
        Assert.Empty(printed.Except(run.Printed.Keys, StringComparer.Ordinal));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), static d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
    }

    private static ExpectedDiagnostic DuplicateField(string name, string owner) =>
        Error("WAGEN108", $"\"{name}\"", $"The field name '{name}' belongs to '{owner}' already; remove it here, or replace that file by giving this one its $id");
}
