using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace WaGen.CodeFixes;

/// <summary>The calls of a method without result that can be awaited once it returns a task.</summary>
internal sealed class VoidCalls
{
    private readonly Dictionary<DocumentId, List<SyntaxNode>> _awaitable = [];

    private VoidCalls()
    {
    }

    public IEnumerable<DocumentId> Documents => _awaitable.Keys;

    public IEnumerable<SyntaxNode> In(DocumentId document) => _awaitable.TryGetValue(document, out List<SyntaxNode>? calls) ? calls : [];

    /// <summary>The calls in a solution; null when the method is used in a way that needs it to return nothing.</summary>
    public static async Task<VoidCalls?> FindAsync(Solution solution, IMethodSymbol method, CancellationToken cancellationToken)
    {
        var found = new VoidCalls();
        foreach (ReferencedSymbol symbol in await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (ReferenceLocation location in symbol.Locations)
            {
                SyntaxNode? root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root?.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true) is not { } reference || !found.Add(reference, location.Document.Id))
                {
                    return null;
                }
            }
        }

        return found;
    }

    private bool Add(SyntaxNode reference, DocumentId document)
    {
        if (IsOnlyName(reference))
        {
            return true;
        }

        SyntaxNode target = reference.Parent is MemberAccessExpressionSyntax access && access.Name == reference ? access : reference;
        if (target.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax } call || call.Expression != target)
        {
            return false;
        }

        if (FunctionBody.IsAsync(call, FunctionBody.Innermost(call)))
        {
            if (!_awaitable.TryGetValue(document, out List<SyntaxNode>? calls))
            {
                _awaitable[document] = calls = [];
            }

            calls.Add(call);
        }

        return true;
    }

    /// <summary>Whether a reference is one of documentation, or of nameof.</summary>
    private static bool IsOnlyName(SyntaxNode reference) => reference.AncestorsAndSelf().Any(static n =>
        n is CrefSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });
}
