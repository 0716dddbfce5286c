using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Reads the element that belongs to the event instead of one at a position (WAGEN216).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LookupByIndexCodeFixProvider))]
[Shared]
public sealed class LookupByIndexCodeFixProvider : ReplacementCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.LookupByIndex.Id];

    private protected override string Property => LookupByIndexAnalyzer.LookupProperty;

    private protected override string TitleFor(ExpressionSyntax underlined, string text) => $"Use '{text}'";
}
