using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Adds the value that chooses a variant to the enumeration that lacks it (WAGEN119).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VariantValueCodeFixProvider), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class VariantValueCodeFixProvider : SchemaCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SchemaContentRules.VariantValueNotInEnum.Id];

    private protected override IEnumerable<SchemaEdit> EditsFor(Diagnostic diagnostic, SchemaLibrary library)
    {
        ImmutableDictionary<string, string?> known = diagnostic.Properties;
        if (known.TryGetValue(VariantAnalyzer.FileProperty, out string? file)
            && known.TryGetValue(VariantAnalyzer.PositionProperty, out string? position)
            && known.TryGetValue(VariantAnalyzer.TextProperty, out string? value))
        {
            yield return new SchemaEdit(file!, int.Parse(position, CultureInfo.InvariantCulture), null, SchemaEditor.Quote(value!));
        }
    }

    private protected override string TitleFor(Diagnostic diagnostic) => $"Add '{diagnostic.Properties[VariantAnalyzer.TextProperty]}' to the enumeration";
}
