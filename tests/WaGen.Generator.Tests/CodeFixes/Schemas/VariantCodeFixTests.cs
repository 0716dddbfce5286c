using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

/// <summary>The fixes of WAGEN119 and WAGEN120: the value goes into the enumeration, the content is named.</summary>
public class VariantCodeFixTests
{
    [Theory]
    [InlineData("""["lost"]""", """["lost", "stolen"]""")]
    [InlineData("[\n  \"lost\",\n  \"found\"\n]", "[\n  \"lost\",\n  \"found\",\n  \"stolen\"\n]")]
    public async Task The_value_is_added_to_the_enumeration(string values, string expected)
    {
        FixedSources result = await CodeFixRun.FixAsync<VariantAnalyzer, VariantValueCodeFixProvider>("Add 'stolen' to the enumeration", Project(Union("""{ "const": "stolen" }""", Kind(values))));
        result.Diagnostics.Expect();
        Assert.Equal(SchemaProject.Definitions(Union("""{ "const": "stolen" }""", Kind(expected))), Assert.Single(result.Schemas));
    }

    [Fact]
    public async Task All_values_are_added_at_once()
    {
        const string Values = """{ "enum": ["lost", "stolen", "burnt"] }""";
        FixedSources result = await CodeFixRun.FixAllAsync<VariantAnalyzer, VariantValueCodeFixProvider>(Project(Union(Values, Kind("""["lost"]"""))));
        result.Diagnostics.Expect();
        Assert.Equal(SchemaProject.Definitions(Union(Values, Kind("""["lost", "stolen", "burnt"]"""))), Assert.Single(result.Schemas));
    }

    [Fact]
    public async Task The_enumeration_may_stand_in_another_file()
    {
        AnalysisProject project = AnalysisProject.Of()
            .WithSchema("kind.json", SchemaProject.Definitions(Kind("""["lost"]"""), "https://example.com/kind.json"))
            .WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(Union("""{ "const": "stolen" }""", "", "kind.json")));
        FixedSources result = await CodeFixRun.FixAsync<VariantAnalyzer, VariantValueCodeFixProvider>("Add 'stolen' to the enumeration", project);
        result.Diagnostics.Expect();
        Assert.Equal(SchemaProject.Definitions(Kind("""["lost", "stolen"]"""), "https://example.com/kind.json"), result.Schemas[0]);
    }

    [Fact]
    public async Task A_file_of_the_package_is_not_changed()
    {
        AnalysisProject project = AnalysisProject.Of()
            .WithSchema("kind.json", SchemaProject.Definitions(Kind("""["lost"]"""), "https://example.com/kind.json"), isShipped: true)
            .WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(Union("""{ "const": "stolen" }""", "", "kind.json")));
        Assert.Empty(await CodeFixRun.OfferedAsync<VariantAnalyzer, VariantValueCodeFixProvider>(project));
    }

    [Theory]
    [InlineData(""" "x-wagen": { "handler": "Found" }, """, """ "x-wagen": { "handler": "Found", "content": "data" }, """, "")]
    [InlineData(""" "x-wagen": {}, """, """ "x-wagen": { "content": "data" }, """, "")]
    [InlineData("", "", """, "x-wagen": { "content": "data" }""")]
    public async Task The_content_is_named(string extension, string expected, string appended)
    {
        FixedSources result = await CodeFixRun.FixAsync<VariantAnalyzer, VariantContentCodeFixProvider>("Name 'data' as the content", Project(Contents(extension)));
        result.Diagnostics.Expect();
        Assert.Equal(SchemaProject.Definitions(Contents(expected, appended)), Assert.Single(result.Schemas));
    }

    [Fact]
    public async Task All_contents_are_named_at_once()
    {
        string more = Contents("").Replace("#/$defs/FoundEvent\" }", "#/$defs/FoundEvent\" }, { \"$ref\": \"#/$defs/BackEvent\" }", StringComparison.Ordinal)
            + """, "BackEvent": { "type": "object", "properties": { "kind": { "const": "back" }, "list": { "type": "array" } } } """;
        (await CodeFixRun.FixAllAsync<VariantAnalyzer, VariantContentCodeFixProvider>(Project(more))).Diagnostics.Expect();
    }

    private static AnalysisProject Project(string definitions) => AnalysisProject.Of().WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(definitions));

    private static string Kind(string values) => $$""" "Kind": { "type": "string", "enum": {{values}} } """;

    private static string Union(string kind, string kinds, string file = "") => $$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "$ref": "{{file}}#/$defs/Kind" } }, "oneOf": [{ "$ref": "#/$defs/Parcel" }] },
        "Parcel": { "type": "object", "properties": { "kind": {{kind}} } }{{(kinds.Length == 0 ? "" : "," + kinds)}}
        """;

    private static string Contents(string extension, string appended = "") => $$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/LostEvent" }, { "$ref": "#/$defs/FoundEvent" }] },
        "LostEvent": { "type": "object", "x-wagen": { "content": "lost" }, "properties": { "kind": { "const": "lost" }, "lost": { "type": "object" } } },
        "FoundEvent": { "type": "object", {{extension}} "properties": { "kind": { "const": "found" }, "data": { "type": "object" } }{{appended}} }
        """;
}
