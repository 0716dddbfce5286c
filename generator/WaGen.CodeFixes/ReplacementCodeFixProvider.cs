using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.CodeFixes;

/// <summary>A fix that writes what the diagnostic brings along, in place of the expression that it underlines.</summary>
public abstract class ReplacementCodeFixProvider : CodeFixProvider
{
    /// <summary>Key of the diagnostic's property that holds what to write; without it there is no fix.</summary>
    private protected abstract string Property { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax underlined
                && Find(underlined) is { } old
                && diagnostic.Properties.TryGetValue(Property, out string? text)
                && text is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        TitleFor(underlined, text),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, Write(old, text).WithTriviaFrom(old)))),
                        GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What an editor offers.</summary>
    private protected abstract string TitleFor(ExpressionSyntax underlined, string text);

    /// <summary>What is replaced: the underlined expression, or one around it; null when there is nothing to fix.</summary>
    private protected virtual ExpressionSyntax? Find(ExpressionSyntax underlined) => underlined;

    /// <summary>What stands there instead.</summary>
    private protected virtual ExpressionSyntax Write(ExpressionSyntax old, string text) => SyntaxFactory.ParseExpression(text);
}
