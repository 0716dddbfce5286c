using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Analyzers.SchemaCheck;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN119 and WAGEN120: variants that their enumeration does not list, and variants without content.</summary>
public class VariantAnalyzerTests
{
    private const string Kind = """ "Kind": { "type": "string", "enum": ["lost", "found"], "x-wagen": { "values": { "lost": { "aliases": ["gone"] } } } } """;

    [Fact]
    public async Task A_value_that_the_enumeration_lacks_is_reported() => (await DefinitionsAsync<VariantAnalyzer>(Union("""{ "const": "stolen" }"""))).Expect(
        Warning("WAGEN119", "\"stolen\"", "The variant 'Parcel' is chosen by 'stolen', which the enumeration of 'kind' does not list; add the value there or correct it here"));

    [Fact]
    public async Task Each_value_is_reported_for_itself() => (await DefinitionsAsync<VariantAnalyzer>(Union("""{ "enum": ["lost", "stolen", "burnt"] }"""))).Expect(
        Warning("WAGEN119", "\"stolen\""),
        Warning("WAGEN119", "\"burnt\""));

    [Theory]
    [InlineData("""{ "const": "lost" }""")]
    [InlineData("""{ "enum": ["found", "gone"] }""")]
    public async Task Values_and_aliases_of_the_enumeration_are_fine(string kind) => (await DefinitionsAsync<VariantAnalyzer>(Union(kind))).Expect();

    [Fact]
    public async Task A_discriminator_without_an_enumeration_lists_nothing() => (await DefinitionsAsync<VariantAnalyzer>("""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Parcel" }] },
        "Parcel": { "type": "object", "properties": { "kind": { "const": "lost" } } }
        """)).Expect();

    [Theory]
    [InlineData("a")]
    [InlineData("b", "\"b\"")]
    public async Task The_enumeration_of_a_nested_discriminator_counts(string value, params string[] reported) => (await DefinitionsAsync<VariantAnalyzer>($$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["body.kind"] }, "properties": { "id": { "type": "string" } }, "oneOf": [{ "$ref": "#/$defs/Parcel" }] },
        "Parcel": { "type": "object", "properties": { "body": { "$ref": "#/$defs/Body", "properties": { "kind": { "const": "{{value}}" } } } } },
        "Body": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["a"], "x-wagen": { "name": "BodyKind" } } } }
        """)).Expect([.. reported.Select(static r => Warning("WAGEN119", r))]);

    [Fact]
    public async Task The_enumeration_of_another_file_counts()
    {
        AnalysisProject project = AnalysisProject.Of()
            .WithSchema("a/kind.json", SchemaProject.Definitions(Kind, "https://example.com/kind.json"), isShipped: true)
            .WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(Union("""{ "const": "stolen" }""", "kind.json#/$defs/Kind", kinds: "")));
        (await project.AnalyzeAsync(new VariantAnalyzer())).Expect(Warning("WAGEN119", "\"stolen\""));
    }

    [Fact]
    public async Task A_reference_that_leads_nowhere_is_the_generators_affair() =>
        (await DefinitionsAsync<VariantAnalyzer>(Union("""{ "const": "stolen" }""", "missing.json#/$defs/Kind"))).Expect();

    [Fact]
    public async Task A_variant_that_does_not_name_its_content_is_reported() => (await DefinitionsAsync<VariantAnalyzer>(Contents(""" "data": { "$ref": "#/$defs/Body" }, "note": { "type": "string" } """))).Expect(
        Warning("WAGEN120", "\"FoundEvent\"", "The variant 'FoundEvent' has the member 'data' of its own but no x-wagen.content, so it is not recognized when its discriminator is missing; name the member there"));

    [Fact]
    public async Task Of_several_containers_the_one_called_like_the_variant_is_meant() =>
        (await DefinitionsAsync<VariantAnalyzer>(Contents(""" "more": { "type": "array" }, "found": { "type": "object" } """))).Expect(
            Warning("WAGEN120", "\"FoundEvent\"", "The variant 'FoundEvent' has the member 'found' of its own but no x-wagen.content, so it is not recognized when its discriminator is missing; name the member there"));

    [Theory]
    [InlineData("")]
    [InlineData(""" "note": { "type": "string" }, "raw": {} """)]
    [InlineData(""" "more": { "type": "array" }, "other": { "type": "object" } """)]
    [InlineData(""" "shared": { "$ref": "#/$defs/Body" } """)]
    [InlineData(""" "far": { "$ref": "missing.json#/$defs/Body" } """)]
    public async Task A_variant_without_a_clear_content_is_fine(string members) => (await DefinitionsAsync<VariantAnalyzer>(Contents(members))).Expect();

    [Fact]
    public async Task Where_no_variant_names_its_content_nobody_needs_to() => (await DefinitionsAsync<VariantAnalyzer>(Contents(""" "data": { "$ref": "#/$defs/Body" } """, content: ""))).Expect();

    private static string Union(string kind, string reference = "#/$defs/Kind", string kinds = Kind) => $$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "$ref": "{{reference}}" } }, "oneOf": [{ "$ref": "#/$defs/Parcel" }] },
        "Parcel": { "type": "object", "properties": { "kind": {{kind}} } }{{(kinds.Length == 0 ? "" : "," + kinds)}}
        """;

    private static string Contents(string members, string content = """, "content": "lost" """) => $$"""
        "Event": { "type": "object", "x-wagen": { "discriminators": ["kind"] }, "properties": { "kind": { "type": "string" }, "shared": { "$ref": "#/$defs/Body" } }, "oneOf": [{ "$ref": "#/$defs/LostEvent" }, { "$ref": "#/$defs/FoundEvent" }] },
        "LostEvent": { "type": "object", "x-wagen": { "handler": "Lost" {{content}} }, "properties": { "kind": { "const": "lost" }, "lost": { "$ref": "#/$defs/Body" } } },
        "FoundEvent": { "type": "object", "properties": { "kind": { "const": "found" }{{(members.Length == 0 ? "" : ", " + members)}} } },
        "Body": { "type": "object", "properties": { "id": { "type": "string" } } }
        """;
}
