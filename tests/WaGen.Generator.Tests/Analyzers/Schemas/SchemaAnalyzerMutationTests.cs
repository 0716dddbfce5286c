using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Schema.Json;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Analyzers meet files in every state between two right ones while somebody types; none of them may crash.</summary>
public class SchemaAnalyzerMutationTests
{
    private static readonly string Field = SchemaCheck.Field(
        """
        "Parcel": {
          "type": "object", "required": ["id"], "x-wagen": { "discriminators": ["kind", "lost.why"] },
          "properties": { "id": { "type": ["string", "integer"], "format": "id", "x-wagen": { "aliases": ["no"] } }, "kind": { "$ref": "#/$defs/Kind" } },
          "oneOf": [{ "$ref": "#/$defs/LostParcel" }, { "$ref": "#/$defs/FoundParcel" }]
        },
        "Kind": { "type": "string", "enum": ["lost", "found"], "x-wagen": { "values": { "lost": { "aliases": ["gone"] } } } },
        "LostParcel": { "type": "object", "x-wagen": { "content": "lost" }, "properties": { "kind": { "const": "lost" }, "lost": { "$ref": "#/$defs/Loss", "properties": { "why": { "const": "fire" } } } } },
        "FoundParcel": { "type": "object", "properties": { "kind": { "enum": ["found"] }, "found": { "type": "object" } } },
        "Loss": { "type": "object", "allOf": [{ "$ref": "#/$defs/Base" }], "properties": { "why": { "type": "string", "maxLength": 9 } } },
        "Base": { "type": "object", "additionalProperties": true, "properties": { "at": { "type": "integer", "minimum": 1, "default": 2 } } }
        """,
        $$"""[{{SchemaCheck.Body("""{ "parcels": [{ "id": "1", "kind": "lost", "lost": { "why": "fire", "at": 1 } }] }""")}}]""");

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("\"#/$defs/Parcel\"")]
    public async Task No_value_makes_an_analyzer_crash(string replacement)
    {
        string envelope = SchemaProject.EnvelopeOf($""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "product": {"{"} "member": "sender", "value": "parcels" {"}"}, {SchemaCheck.Source} """);
        foreach ((string changedField, string changedEnvelope) in Mutations(Field, replacement).Select(f => (f, envelope)).Concat(Mutations(envelope, replacement).Select(static e => (Field, e))))
        {
            AnalysisProject project = AnalysisProject.Of()
                .WithSchema(SchemaProject.EnvelopePath, changedEnvelope)
                .WithSchema(SchemaProject.FieldPath, changedField)
                .WithSchema("shipped/field.json", Field, isShipped: true);
            DiagnosticAnalyzer[] analyzers = [new VariantAnalyzer(), new ExampleAnalyzer(), new ProvenanceAnalyzer(), new ReplacementAnalyzer()];
            IReadOnlyList<Diagnostic> said = await Compilation.WithAnalyzers([.. analyzers], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
            Assert.DoesNotContain(said, static d => !d.Id.StartsWith("WAGEN", StringComparison.Ordinal));
        }
    }

    private static Compilation Compilation { get; } = AnalysisProject.Of().Compile();

    /// <summary>The text with one value after the other replaced.</summary>
    private static IEnumerable<string> Mutations(string json, string replacement)
    {
        var open = new Stack<JsonNode>([JsonReader.Read(SourceText.From(json), out _)!]);
        while (open.Count > 0)
        {
            JsonNode node = open.Pop();
            yield return json[..node.Span.Start] + replacement + json[node.Span.End..];
            foreach (JsonNode inner in node.Items.Concat(node.Members.Select(static m => m.Value)))
            {
                open.Push(inner);
            }
        }
    }
}
