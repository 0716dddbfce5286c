using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace WaGen.CodeFixes;

/// <summary>A fix that changes one document, at one diagnostic or at all of them in one go, because changes of neighbours would overlap.</summary>
public abstract class DocumentCodeFixProvider : CodeFixProvider
{
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (CanFix(root, model, diagnostic, context.CancellationToken))
            {
                context.RegisterCodeFix(CodeAction.Create(Title, token => FixAsync(document, [diagnostic], token), GetType().Name), diagnostic);
            }
        }
    }

    private protected abstract bool CanFix(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>The root with all diagnostics repaired, each of which can be.</summary>
    private protected abstract SyntaxNode Fix(Document document, SyntaxNode root, SemanticModel model, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        Diagnostic[] fixable = [.. diagnostics.Where(d => CanFix(root, model, d, cancellationToken))];
        return document.WithSyntaxRoot(Fix(document, root, model, fixable, cancellationToken));
    }
}
