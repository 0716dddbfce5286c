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

/// <summary>Asks the member that is a key before the one that may be absent (WAGEN213).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreliableKeyCodeFixProvider))]
[Shared]
public sealed class UnreliableKeyCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.UnreliableKey.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax key
                && diagnostic.Properties.TryGetValue(UnreliableKeyAnalyzer.BetterProperty, out string? better)
                && better is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use '{better}', and '{key}' only without it",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(Prefer(root, key, better))),
                        nameof(UnreliableKeyCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode Prefer(SyntaxNode root, ExpressionSyntax key, string better)
    {
        // A substitute that was there already comes last: better ?? key ?? "".
        ExpressionSyntax old = key.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == key ? coalesce : key;
        ExpressionSyntax chain = SyntaxFactory.BinaryExpression(
            SyntaxKind.CoalesceExpression,
            SyntaxFactory.ParseExpression(better).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
            old.WithoutTrivia());
        ExpressionSyntax changed = old.Parent is PostfixUnaryExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(chain) : chain;
        return root.ReplaceNode(old, changed.WithTriviaFrom(old));
    }
}
