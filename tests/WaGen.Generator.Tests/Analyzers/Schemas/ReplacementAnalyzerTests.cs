using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Analyzers.SchemaCheck;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN124: a file that replaces a shipped one and lost something.</summary>
public class ReplacementAnalyzerTests
{
    private const string Types = """
        "Parcel": { "type": "object", "properties": {
          "id": { "type": "string", "x-wagen": { "aliases": ["no"] } },
          "state": { "type": "string", "enum": ["lost", "found"], "x-wagen": { "name": "ParcelState", "values": { "lost": { "aliases": ["gone"] } } } },
          "place": { "type": "object", "x-wagen": { "name": "Place" }, "properties": { "town": { "type": "string" }, "street": { "type": "string" } } }
        } },
        "Box": { "type": "object", "properties": { "id": { "type": "string" } } }
        """;

    [Theory]
    [InlineData("\"town\": { \"type\": \"string\" }, ", "", "\"Place\"", "the member 'Town' of 'Place'")]
    [InlineData("\"town\": { \"type\": \"string\" }, \"street\"", "\"way\"", "\"Place\"", "the members 'Town' and 'Street' of 'Place'")]
    [InlineData("\"found\"]", "\"back\"]", "\"ParcelState\"", "the value 'Found' of 'ParcelState'")]
    [InlineData("\"aliases\": [\"gone\"]", "\"description\": \"x\"", "\"ParcelState\"", "the value 'gone' of 'ParcelState'")]
    [InlineData("\"aliases\": [\"no\"]", "\"since\": \"2026\"", "\"Parcel\"", "the member 'no' of 'Parcel'")]
    [InlineData("\"aliases\": [\"no\"]", "\"aliases\": [\"no\"], \"name\": \"Number\"", "\"Parcel\"", "the member 'Id' of 'Parcel'")]
    [InlineData("\"Box\"", "\"Crate\"", "\"$defs\"", "the type 'Box'")]
    [InlineData("\"name\": \"Place\"", "\"name\": \"Spot\"", "\"$defs\"", "the type 'Place'")]
    public async Task What_is_lost_is_reported_where_it_should_be(string old, string current, string underlined, string lost)
    {
        string before = SchemaProject.Definitions(Types);
        string after = before.Replace(old, current, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        AnalysisProject project = AnalysisProject.Of().WithSchema("shipped/types.json", before, isShipped: true).WithSchema(SchemaProject.TypesPath, after);
        (await project.AnalyzeAsync(new ReplacementAnalyzer())).Expect(
            Warning("WAGEN124", underlined, $"This file replaces the shipped 'https://example.com/types.json' but lacks {lost}, which code may use; take it over from the shipped file or silence the rule if it is meant"));
    }

    [Theory]
    [InlineData("\"Example\"", "\"Other\"", "\"Other\"", "the namespace 'Example'")]
    [InlineData("\"parcel\", \"aliases\"", "\"letter\", \"aliases\"", "\"letter\"", "the field name 'parcel'")]
    [InlineData("\"name\": \"ParcelEvents\"", "\"name\": \"News\"", "\"News\"", "the C# name 'ParcelEvents' of the field")]
    [InlineData("\"handler\": \"Lost\"", "\"handler\": \"Missing\"", "\"events\"", "the event 'Lost'")]
    [InlineData("""
        { "path": "parcels[]" }, { "path": "boxes[]" }
        """, """{ "path": "parcels[]" }""", "\"events\"", "the event 'Box'")]
    [InlineData("""
        "note": { "type": "string" },
        """, "", "\"properties\"", "the member 'Note' of 'ParcelEventsValue'")]
    public async Task What_a_field_has_lost_is_reported(string old, string current, string underlined, string lost)
    {
        const string Definitions = """
            "Parcel": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/LostParcel" }] },
            "LostParcel": { "type": "object", "x-wagen": { "handler": "Lost" }, "properties": { "kind": { "const": "lost" }, "id": { "type": "string" } } },
            "Box": { "type": "object", "properties": { "id": { "type": "string" } } }
            """;
        string before = Field(
            Definitions,
            "",
            """[{ "path": "parcels[]" }, { "path": "boxes[]" }]""",
            """ "note": { "type": "string" }, "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } }, "boxes": { "type": "array", "items": { "$ref": "#/$defs/Box" } } """);
        string after = before.Replace(old, current, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        AnalysisProject project = Project.WithSchema("shipped/field.json", before, isShipped: true).WithSchema(SchemaProject.FieldPath, after);
        (await project.AnalyzeAsync(new ReplacementAnalyzer())).Expect(
            Warning("WAGEN124", underlined, $"This file replaces the shipped 'https://example.com/field.json' but lacks {lost}, which code may use; take it over from the shipped file or silence the rule if it is meant"));
    }

    [Fact]
    public async Task A_lost_member_of_a_union_is_reported_there_alone()
    {
        const string Before = """
            "Parcel": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" }, "id": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/LostParcel" }] },
            "LostParcel": { "type": "object", "properties": { "kind": { "const": "lost" }, "at": { "type": "string" } } }
            """;
        AnalysisProject project = AnalysisProject.Of()
            .WithSchema("shipped/types.json", SchemaProject.Definitions(Before), isShipped: true)
            .WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(Before.Replace(", \"id\": { \"type\": \"string\" }", "", StringComparison.Ordinal)));
        (await project.AnalyzeAsync(new ReplacementAnalyzer())).Expect(Warning("WAGEN124", "\"Parcel\""));
    }

    [Theory]
    [InlineData("\"Box\": {", "\"Crate\": { \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\" } } }, \"Box\": {")]
    [InlineData("\"town\": {", "\"city\": { \"type\": \"string\" }, \"town\": {")]
    [InlineData("\"aliases\": [\"no\"]", "\"aliases\": [\"no\", \"number\"]")]
    [InlineData("\"id\": { \"type\": \"string\", \"x-wagen\": { \"aliases\": [\"no\"] }", "\"ident\": { \"type\": \"string\", \"x-wagen\": { \"name\": \"Id\", \"aliases\": [\"no\", \"id\"] }")]
    public async Task What_was_only_added_or_renamed_on_the_wire_is_fine(string old, string current)
    {
        string before = SchemaProject.Definitions(Types);
        string after = before.Replace(old, current, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        (await AnalysisProject.Of().WithSchema("shipped/types.json", before, isShipped: true).WithSchema(SchemaProject.TypesPath, after).AnalyzeAsync(new ReplacementAnalyzer())).Expect();
    }

    [Fact]
    public async Task A_file_with_an_address_of_its_own_replaces_nothing() =>
        (await AnalysisProject.Of()
            .WithSchema("shipped/types.json", SchemaProject.Definitions(Types), isShipped: true)
            .WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(""" "Crate": { "type": "object", "properties": { "id": { "type": "string" } } } """, "https://example.com/own.json"))
            .AnalyzeAsync(new ReplacementAnalyzer())).Expect();
}
