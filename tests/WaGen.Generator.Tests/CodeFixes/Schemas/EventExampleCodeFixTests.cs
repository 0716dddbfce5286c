using System.Text.Json.Nodes;
using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Analyzers.SchemaCheck;

namespace WaGen.Generator.Tests.CodeFixes;

/// <summary>The fix of WAGEN122: a body for an event that has none.</summary>
public class EventExampleCodeFixTests
{
    private const string Union = """
        "Parcel": {
              "type": "object", "x-wagen": { "discriminators": ["kind"] },
              "properties": { "id": { "type": "string", "format": "id" }, "at": { "type": ["string", "integer"], "format": "unix-time" }, "kind": { "type": "string" } },
              "required": ["id"],
              "oneOf": [{ "$ref": "#/$defs/LostParcel" }, { "$ref": "#/$defs/FoundParcel" }]
            },
            "LostParcel": { "type": "object", "x-wagen": { "handler": "Lost", "content": "lost" }, "properties": { "kind": { "const": "lost" }, "lost": { "$ref": "#/$defs/Loss" } } },
            "FoundParcel": { "type": "object", "properties": { "kind": { "enum": ["found", "back"] } } },
            "Loss": { "type": "object", "properties": { "note": { "type": "string", "minLength": 6 }, "more": { "type": "object" } } }
        """;

    private const string One = "Add an example of 'parcels[]'";
    private const string Each = "Add an example of each event";

    [Fact]
    public async Task A_body_is_appended_in_the_layout_of_the_file()
    {
        string field = Field(Union, $$"""
            [
                {{Body("""{ "parcels": [{ "id": "1", "kind": "back" }] }""")}}
              ]
            """);
        FixedSources result = await FixAsync("Add an example of 'LostParcel'", field);
        result.Diagnostics.Expect();
        Assert.EndsWith(
            """
              "examples": [
                { "sender": "parcels", "news": [{ "topic": "parcel", "data": { "parcels": [{ "id": "1", "kind": "back" }] } }] },
                {
                  "sender": "parcels",
                  "news": [
                    {
                      "topic": "parcel",
                      "data": {
                        "parcels": [
                          {
                            "id": "id-1",
                            "kind": "lost",
                            "lost": { "note": "textxx" }
                          }
                        ]
                      }
                    }
                  ]
                }
              ]
            }
            """,
            result.Schemas[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_examples_the_member_is_made_with_a_body_for_each_event()
    {
        FixedSources result = await FixAsync(Each, Field(Union, ""));
        result.Diagnostics.Expect();
        Assert.Equal(2, JsonNode.Parse(result.Schemas[1])!["examples"]!.AsArray().Count);
        Assert.Contains(",\n  \"examples\": [\n    {\n      \"sender\": \"parcels\",\n      \"news\": [\n", result.Schemas[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_of_the_file_are_kept()
    {
        FixedSources result = await FixAsync(Each, Field(Union, "").ReplaceLineEndings("\r\n"));
        result.Diagnostics.Expect();
        Assert.DoesNotContain('\n', result.Schemas[1].Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_missing_events_are_added_at_once()
    {
        string definitions = Union + """, "Letter": { "type": "object", "properties": { "no": { "type": "integer", "minimum": 7 } } } """;
        string field = Field(
            definitions,
            $$$"""[{{{Body("""{ "note": "x" }""")}}}]""",
            """[{ "path": "parcels[]", "identity": ["at"] }, { "path": "box.letters[]" }]""",
            """ "note": { "type": "string" }, "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } }, "box": { "type": "object", "x-wagen": { "name": "Box" }, "properties": { "letters": { "type": "array", "items": { "$ref": "#/$defs/Letter" } } } } """);
        FixedSources result = await CodeFixRun.FixAllAsync<ExampleAnalyzer, EventExampleCodeFixProvider>(Project.WithSchema(SchemaProject.FieldPath, field));
        result.Diagnostics.Expect();
        JsonArray examples = JsonNode.Parse(result.Schemas[1])!["examples"]!.AsArray();
        Assert.Equal(4, examples.Count);
        Assert.Equal("1767225600", examples[2]!["news"]![0]!["data"]!["parcels"]![0]!["at"]!.GetValue<string>());
        Assert.Equal(7, examples[1]!["news"]![0]!["data"]!["box"]!["letters"]![0]!["no"]!.GetValue<int>());
    }

    [Fact]
    public async Task Members_of_the_envelope_that_tell_events_apart_are_there()
    {
        string field = Field(""" "Parcel": { "type": "object", "properties": { "id": { "type": "string" } } } """, "", """[{ "path": "parcels[]", "identity": ["^id", "id"] }]""");
        FixedSources result = await FixAsync(One, field);
        result.Diagnostics.Expect();
        Assert.Equal("text", JsonNode.Parse(result.Schemas[1])!["examples"]![0]!["news"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task No_fix_is_offered_for_what_cannot_be_invented()
    {
        string field = Field(""" "Parcel": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string", "pattern": "^[0-9]{3}-[a-z]$" } } } """, "");
        Assert.Empty(await CodeFixRun.OfferedAsync<ExampleAnalyzer, EventExampleCodeFixProvider>(Project.WithSchema(SchemaProject.FieldPath, field)));
    }

    [Fact]
    public async Task An_example_of_the_member_is_taken_where_there_is_one()
    {
        string field = Field(""" "Parcel": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string", "pattern": "^[0-9]{3}-[a-z]$", "examples": ["123-x"] } } } """, "");
        (await FixAsync(One, field)).Diagnostics.Expect();
    }

    /// <summary>Nothing is left out: a body can be made for each event that the package knows.</summary>
    [Fact]
    public async Task Every_event_of_the_shipped_schemas_gets_a_body()
    {
        AnalysisProject project = AnalysisProject.Of().WithSchemas(GeneratorRun.ShippedSchemas().Select(static f => (f.Path, WithoutExamples(f.Json))));
        FixedSources result = await CodeFixRun.FixAllAsync<ExampleAnalyzer, EventExampleCodeFixProvider>(project);
        result.Diagnostics.Expect();
    }

    private static string WithoutExamples(string json)
    {
        JsonObject file = JsonNode.Parse(json)!.AsObject();
        file.Remove("examples");
        return file.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    }

    private static Task<FixedSources> FixAsync(string title, string field) =>
        CodeFixRun.FixAsync<ExampleAnalyzer, EventExampleCodeFixProvider>(title, Project.WithSchema(SchemaProject.FieldPath, field));
}
