using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds schemas that do not say which page they follow, or when it was read (WAGEN123).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProvenanceAnalyzer : SchemaAnalyzer
{
    private const string Source = "source";
    private const string Seen = "seen";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SchemaContentRules.MissingProvenance];

    private protected override void Analyze(SchemaDocument document, SchemaLibrary library, Action<Diagnostic> report)
    {
        SchemaNode root = document.Root!;
        JsonMember extension = SchemaDocument.MemberOf(root.Json, "x-wagen")!.Value;
        if (extension.Value[Source] is null && !(root.Definitions.Count + root.Properties.Count > 0 && root.Definitions.Concat(root.Properties).All(static d => SaysSource(d.Schema))))
        {
            Report(document, extension, "where its facts come from", Source, report);
        }

        CheckSeen(document, root, isSeen: false, report);
    }

    /// <summary>Whether a type or member says for itself where it comes from, or all its members do.</summary>
    private static bool SaysSource(SchemaNode schema) =>
        schema.Extension?[Source] is not null || (schema.Properties.Count > 0 && schema.Properties.TrueForAll(static p => SaysSource(p.Schema)));

    /// <summary>Finds pages without a date; what surrounds a schema may give it.</summary>
    private static void CheckSeen(SchemaDocument document, SchemaNode schema, bool isSeen, Action<Diagnostic> report)
    {
        isSeen |= schema.Extension?[Seen] is not null;
        if (!isSeen && SchemaDocument.MemberOf(schema.Extension, Source) is { } source)
        {
            Report(document, source, "when its source was read", Seen, report);
        }

        foreach (SchemaNode next in schema.Inner)
        {
            CheckSeen(document, next, isSeen, report);
        }
    }

    private static void Report(SchemaDocument document, JsonMember place, string what, string key, Action<Diagnostic> report) =>
        report(Diagnostic.Create(SchemaContentRules.MissingProvenance, document.Locate(place.NameSpan), what, key));
}
