using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Keeps a copy of a view instead of the view (WAGEN211).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeptViewCodeFixProvider))]
[Shared]
public sealed class KeptViewCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.KeptWithoutDetach.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static (context, document, diagnostics) => FixAllAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && KeptView.Find(root, diagnostic) is { } view)
            {
                string title = view.Function is null ? $"Keep a copy: '{view.Expression}.Detach()'" : $"Make a copy of '{view.Expression}' before";
                context.RegisterCodeFix(
                    CodeAction.Create(title, token => FixAllAsync(context.Document, [diagnostic], token)!, nameof(KeptViewCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    /// <summary>Mends one after the other, so that copies get names of their own.</summary>
    private static async Task<Document?> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        KeptView[] views = [.. diagnostics.Select(d => KeptView.Find(root, d)).OfType<KeptView>()];
        document = document.WithSyntaxRoot(root.TrackNodes(views.SelectMany(static v => v.Nodes).Distinct()));
        foreach (KeptView view in views)
        {
            document = await FixAsync(document, view, cancellationToken).ConfigureAwait(false);
        }

        return document;
    }

    private static async Task<Document> FixAsync(Document document, KeptView view, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (root.GetCurrentNode(view.Expression) is not { } expression)
        {
            // Another fix has replaced it: the same view, captured by the same function.
            return document;
        }

        bool needsUsing = DetachedCopy.NeedsUsing(model, expression, cancellationToken);
        SyntaxNode changed = view.Function is { } function && root.GetCurrentNode(function) is { } current
            ? DetachedCopy.MakeBefore(root, model, expression, current, cancellationToken)
            : root.ReplaceNode(expression, DetachedCopy.Of(expression));
        return document.WithSyntaxRoot(needsUsing ? DetachedCopy.AddUsing((CompilationUnitSyntax)changed) : changed);
    }

    /// <summary>A view that is kept, and the function that captures it.</summary>
    private sealed record KeptView(ExpressionSyntax Expression, AnonymousFunctionExpressionSyntax? Function)
    {
        public IEnumerable<SyntaxNode> Nodes => Function is null ? [Expression] : [Expression, Function];

        public static KeptView? Find(SyntaxNode root, Diagnostic diagnostic)
        {
            if (!diagnostic.Properties.TryGetValue(KeptViewFindings.FixProperty, out string? fix)
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
            {
                return null;
            }

            if (fix is KeptViewFindings.DetachFix)
            {
                return new KeptView(expression, null);
            }

            return diagnostic.AdditionalLocations.Count == 1
                && root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is AnonymousFunctionExpressionSyntax function
                && DetachedCopy.StatementOf(function) is { } statement
                && !DetachedCopy.Declares(statement, expression)
                ? new KeptView(expression, function)
                : null;
        }
    }
}
