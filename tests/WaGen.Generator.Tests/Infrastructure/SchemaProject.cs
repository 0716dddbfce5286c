using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Small schemas of a provider of parcel news, and projects made of them.</summary>
internal static class SchemaProject
{
    public const string EnvelopePath = "envelope.json";
    public const string FieldPath = "field.json";
    public const string TypesPath = "types.json";

    /// <summary>An envelope: news[] with a topic and data.</summary>
    public static string Envelope { get; } = EnvelopeOf(""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data" """);

    /// <summary>An envelope file with these members of x-wagen beside kind and namespace.</summary>
    public static string EnvelopeOf(string extension, string id = "https://example.com/envelope.json", string space = "Example") => $$"""
        {
          "$id": "{{id}}",
          "x-wagen": { "kind": "envelope", "namespace": "{{space}}", {{extension}} },
          "type": "object",
          "properties": {
            "sender": { "type": "string" },
            "news": { "type": "array", "items": { "$ref": "#/$defs/ParcelNews" } },
            "single": { "$ref": "#/$defs/ParcelNews" }
          },
          "$defs": {
            "ParcelNews": { "type": "object", "properties": { "id": { "type": "string" }, "topic": { "type": "string" }, "data": {}, "more": { "type": "array", "items": { "$ref": "#/$defs/ParcelNews" } } } }
          }
        }
        """;

    /// <summary>A file of definitions.</summary>
    public static string Definitions(string definitions, string id = "https://example.com/types.json", string space = "Example") => $$"""
        {
          "$id": "{{id}}",
          "x-wagen": { "kind": "definitions", "namespace": "{{space}}" },
          "$defs": { {{definitions}} }
        }
        """;

    /// <summary>A field with an array of parcels, whose members are given, and more members of the value.</summary>
    public static string Field(
        string members = """ "id": { "type": "string" } """,
        string events = """[{ "path": "parcels[]" }]""",
        string value = "",
        string definitions = "",
        string extension = """ "field": "parcel", "name": "ParcelEvents" """,
        string id = "https://example.com/field.json") => FieldOf(
            $$"""
            "Parcel": { "type": "object", "properties": { {{members}} } }{{(definitions.Length == 0 ? "" : ", " + definitions)}}
            """,
            events,
            """ "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } """ + (value.Length == 0 ? "" : ", " + value),
            extension,
            id);

    /// <summary>A field file with these parts.</summary>
    public static string FieldOf(string definitions, string events, string value, string extension = """ "field": "parcel", "name": "ParcelEvents" """, string id = "https://example.com/field.json") => $$"""
        {
          "$id": "{{id}}",
          "x-wagen": { "kind": "field", "namespace": "Example", "envelope": "envelope.json", "events": {{events}}, {{extension}} },
          "type": "object",
          "properties": { {{value}} },
          "$defs": { {{definitions}} }
        }
        """;

    /// <summary>A run over these files of the project.</summary>
    public static GeneratorRun Run(params (string Path, string Json)[] files) => GeneratorRun.Of().With(files);

    /// <summary>A run over a file of definitions.</summary>
    public static GeneratorRun RunDefinitions(string definitions) => Run((TypesPath, Definitions(definitions)));

    /// <summary>A run over the envelope and a field.</summary>
    public static GeneratorRun RunField(string field) => Run((EnvelopePath, Envelope), (FieldPath, field));

    public static ExpectedDiagnostic Error(string id, string text, string? message = null) => new(id, DiagnosticSeverity.Error, text, message);
}
