using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Runs the analyzers of schemas over projects of parcel news.</summary>
internal static class SchemaCheck
{
    /// <summary>Where the facts come from, so that only other rules have something to say.</summary>
    public const string Source = """ "source": "https://example.com/docs", "seen": "2026-01-01" """;

    /// <summary>A project with the envelope, whose own facts have a source.</summary>
    public static AnalysisProject Project { get; } = AnalysisProject.Of().WithSchema(
        SchemaProject.EnvelopePath,
        SchemaProject.EnvelopeOf($""" "name": "Parcels", "path": "news[]", "field": "topic", "value": "data", "product": {"{"} "member": "sender", "value": "parcels" {"}"}, {Source} """));

    /// <summary>A field with these definitions, events, members of the value, and examples.</summary>
    public static string Field(string definitions, string examples, string events = """[{ "path": "parcels[]" }]""", string value = """ "parcels": { "type": "array", "items": { "$ref": "#/$defs/Parcel" } } """)
    {
        string field = SchemaProject.FieldOf(definitions, events, value, $""" "field": "parcel", "aliases": ["parcels"], "name": "ParcelEvents", {Source} """);
        return examples.Length == 0 ? field : field.TrimEnd()[..^1].TrimEnd() + $",\n  \"examples\": {examples}\n}}";
    }

    /// <summary>A body of one change of the field.</summary>
    public static string Body(string value, string topic = "parcel") => $$"""{ "sender": "parcels", "news": [{ "topic": "{{topic}}", "data": {{value}} }] }""";

    /// <summary>What the analyzer says about the field beside the envelope.</summary>
    public static Task<ReportedDiagnostics> FieldAsync<TAnalyzer>(string field)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        Project.WithSchema(SchemaProject.FieldPath, field).AnalyzeAsync(new TAnalyzer());

    /// <summary>What the analyzer says about a file of definitions.</summary>
    public static Task<ReportedDiagnostics> DefinitionsAsync<TAnalyzer>(string definitions)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        AnalysisProject.Of().WithSchema(SchemaProject.TypesPath, SchemaProject.Definitions(definitions)).AnalyzeAsync(new TAnalyzer());

    public static ExpectedDiagnostic Warning(string id, string text, string? message = null) => new(id, DiagnosticSeverity.Warning, text, message);
}
