using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.CodeFixes;

/// <summary>The method, local function or lambda around an expression that is to be awaited.</summary>
internal sealed class FunctionBody
{
    private readonly SyntaxNode _function;

    private FunctionBody(SyntaxNode function, MethodDeclarationSyntax? toMakeAsync)
    {
        _function = function;
        ToMakeAsync = toMakeAsync;
    }

    /// <summary>The method when it is not asynchronous yet, but can be.</summary>
    public MethodDeclarationSyntax? ToMakeAsync { get; }

    /// <summary>The function around an expression; null when nothing can be awaited there.</summary>
    public static FunctionBody? Around(SyntaxNode expression, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode? function = Innermost(expression);
        if (function is null || !AllowsAwait(expression, function) || HasByRefVariables(function, model, cancellationToken))
        {
            return null;
        }

        return IsAsync(function) ? new FunctionBody(function, null)
            : function is MethodDeclarationSyntax method && CanBeAsync(method, model, cancellationToken) ? new FunctionBody(function, method)
            : null;
    }

    /// <summary>Whether an expression can be awaited where it is, without any other change.</summary>
    public static bool IsAsync(SyntaxNode expression, SyntaxNode? function) => function is not null && IsAsync(function) && AllowsAwait(expression, function);

    public static SyntaxNode? Innermost(SyntaxNode node) => node.Ancestors().FirstOrDefault(IsFunction);

    /// <summary>The name of a token that is in sight, of the nearest function that has one.</summary>
    public string? FindToken(SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode function in _function.AncestorsAndSelf().Where(IsFunction))
        {
            IMethodSymbol? symbol = (function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function, cancellationToken).Symbol : model.GetDeclaredSymbol(function, cancellationToken)) as IMethodSymbol;
            if (symbol?.Parameters.LastOrDefault(static p => p.Type is { Name: nameof(CancellationToken), ContainingNamespace.Name: nameof(System.Threading) }) is { } token)
            {
                return token.Name;
            }

            if (symbol is null or { IsStatic: true })
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    private static bool AllowsAwait(SyntaxNode node, SyntaxNode function) => !node.Ancestors()
        .TakeWhile(a => a != function)
        .Any(static a => a is LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax or FixedStatementSyntax);

    /// <summary>References and spans do not live through an await; whether one has to is not looked at.</summary>
    private static bool HasByRefVariables(SyntaxNode function, SemanticModel model, CancellationToken cancellationToken) =>
        InnerNodes(function).Select(VariableType).OfType<TypeSyntax>().Any(t => t is RefTypeSyntax || model.GetTypeInfo(t, cancellationToken).Type is { IsRefLikeType: true });

    private static TypeSyntax? VariableType(SyntaxNode node) => node switch
    {
        VariableDeclarationSyntax variables => variables.Type,
        ForEachStatementSyntax loop => loop.Type,
        DeclarationExpressionSyntax declaration => declaration.Type,
        _ => null,
    };

    private static bool CanBeAsync(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(declaration, cancellationToken) is { ReturnType: INamedTypeSymbol { Name: nameof(Task) or nameof(ValueTask), Arity: 0 } } method
        && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        && method.Parameters.All(static p => p.RefKind == RefKind.None && !p.Type.IsRefLikeType)
        && InnerNodes(declaration).OfType<ReturnStatementSyntax>().All(r => AllowsAwait(r, declaration));

    private static IEnumerable<SyntaxNode> InnerNodes(SyntaxNode function) => function.DescendantNodes(n => n == function || !IsFunction(n));
}
