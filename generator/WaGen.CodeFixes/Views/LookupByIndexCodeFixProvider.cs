using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Reads the element that belongs to the event instead of one at a position (WAGEN216).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LookupByIndexCodeFixProvider))]
[Shared]
public sealed class LookupByIndexCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.LookupByIndex.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax access
                && diagnostic.Properties.TryGetValue(LookupByIndexAnalyzer.LookupProperty, out string? lookup)
                && lookup is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use '{lookup}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(access, SyntaxFactory.ParseExpression(lookup).WithTriviaFrom(access)))),
                        nameof(LookupByIndexCodeFixProvider)),
                    diagnostic);
            }
        }
    }
}
