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

/// <summary>Compares a member as it was received, without making a string (WAGEN212).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextComparisonCodeFixProvider))]
[Shared]
public sealed class TextComparisonCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.TextForComparison.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax text
                && ComparisonOf(text) is { } comparison
                && diagnostic.Properties.TryGetValue(TextComparisonAnalyzer.ComparisonProperty, out string? better)
                && better is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Compare with '{better}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(Replace(root, comparison, better))),
                        nameof(TextComparisonCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    /// <summary>The whole comparison around the text.</summary>
    private static ExpressionSyntax? ComparisonOf(ExpressionSyntax text) => WithoutWrapping(text) switch
    {
        { Parent: BinaryExpressionSyntax binary } => binary,
        { Parent: IsPatternExpressionSyntax test } => test,
        { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => call,
        { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } => call,
        _ => null,
    };

    private static SyntaxNode WithoutWrapping(SyntaxNode text) =>
        text.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } ? WithoutWrapping(text.Parent) : text;

    private static SyntaxNode Replace(SyntaxNode root, ExpressionSyntax comparison, string better)
    {
        ExpressionSyntax changed = SyntaxFactory.ParseExpression(better);

        // A call has become an operator, which binds less tightly than what may stand around it.
        bool isLoose = changed is BinaryExpressionSyntax && comparison is not (BinaryExpressionSyntax or IsPatternExpressionSyntax);
        if (isLoose && comparison.Parent is PrefixUnaryExpressionSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax)
        {
            changed = SyntaxFactory.ParenthesizedExpression(changed);
        }

        return root.ReplaceNode(comparison, changed.WithTriviaFrom(comparison));
    }
}
