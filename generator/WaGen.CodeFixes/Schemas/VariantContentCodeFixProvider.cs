using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>Names the content of a variant in its <c>x-wagen</c> (WAGEN120).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VariantContentCodeFixProvider), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class VariantContentCodeFixProvider : SchemaCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SchemaContentRules.VariantWithoutContent.Id];

    private protected override IEnumerable<SchemaEdit> EditsFor(Diagnostic diagnostic, SchemaLibrary library)
    {
        ImmutableDictionary<string, string?> known = diagnostic.Properties;
        if (known.TryGetValue(VariantAnalyzer.FileProperty, out string? file)
            && known.TryGetValue(VariantAnalyzer.PositionProperty, out string? position)
            && known.TryGetValue(VariantAnalyzer.TextProperty, out string? content)
            && library.At(file!) is { Json: { } root } document
            && SchemaEditor.NodeAt(root, int.Parse(position, CultureInfo.InvariantCulture)) is { Kind: JsonNodeKind.Object } variant)
        {
            yield return SchemaEditor.SetExtension(document, variant, "content", content!);
        }
    }

    private protected override string TitleFor(Diagnostic diagnostic) => $"Name '{diagnostic.Properties[VariantAnalyzer.TextProperty]}' as the content";
}
