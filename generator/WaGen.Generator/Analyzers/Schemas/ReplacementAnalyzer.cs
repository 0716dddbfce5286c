using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Compares a file that replaces a shipped one with what it replaces (WAGEN124).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplacementAnalyzer : SchemaAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SchemaContentRules.ReplacementLoses];

    private protected override void Analyze(SchemaDocument document, SchemaLibrary library, Action<Diagnostic> report)
    {
        if (library.FindShipped(document.Id!.AbsoluteUri) is not { File.Model: { } shipped })
        {
            return;
        }

        foreach (LostPart lost in LostPart.Between(shipped, document.File.Model!))
        {
            report(Diagnostic.Create(SchemaContentRules.ReplacementLoses, document.Locate(PlaceOf(document, lost)), shipped.Id, lost.Text));
        }
    }

    /// <summary>The part of the file where what is lost should be.</summary>
    private static TextSpan PlaceOf(SchemaDocument document, LostPart lost)
    {
        JsonNode extension = document.Root!.Extension!;
        return lost.Kind switch
        {
            LostKind.Type => SchemaDocument.MemberOf(document.Json, "$defs")?.NameSpan,
            LostKind.PartOfType => NameOf(document.Root, lost.Owner!),
            LostKind.Event => SchemaDocument.MemberOf(extension, "events")?.NameSpan,
            LostKind.FieldName => extension["field"]?.Span,
            LostKind.ClrName => extension["name"]?.Span,
            LostKind.Namespace => extension["namespace"]?.Span,
            _ => null,
        } ?? document.Json!["$id"]!.Span;
    }

    /// <summary>Where a type is named; null for the root, which has no place of its own.</summary>
    private static TextSpan? NameOf(SchemaNode root, string type)
    {
        if (root.Definitions.Find(d => string.Equals(d.Schema.Name ?? d.Name, type, StringComparison.Ordinal)) is { } definition)
        {
            return definition.NameSpan;
        }

        var open = new Stack<SchemaNode>([root]);
        while (open.Count > 0)
        {
            SchemaNode current = open.Pop();
            if (current != root && string.Equals(current.Name, type, StringComparison.Ordinal))
            {
                return current.Extension!["name"]!.Span;
            }

            foreach (SchemaNode next in current.Inner)
            {
                open.Push(next);
            }
        }

        return SchemaDocument.MemberOf(root.Json, "properties")?.NameSpan;
    }
}
