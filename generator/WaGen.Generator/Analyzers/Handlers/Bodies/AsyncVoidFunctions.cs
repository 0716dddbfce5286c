using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Collects what is <c>async void</c> in one handler type, and what speaks for it.</summary>
internal sealed class AsyncVoidFunctions(INamedTypeSymbol type, HandlerSymbols symbols)
{
    private readonly ConcurrentDictionary<IMethodSymbol, Location> _found = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _subscribed = new(SymbolEqualityComparer.Default);
    private readonly CalledMethods _called = new();

    public void Add(SyntaxNodeAnalysisContext context)
    {
        // A nested type is judged by itself.
        if (Keyword(context.Node) is not { } place || !SymbolEqualityComparer.Default.Equals(context.ContainingSymbol?.ContainingType, type))
        {
            return;
        }

        ISymbol? symbol = context.Node is AnonymousFunctionExpressionSyntax
            ? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol
            : context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken);
        if (symbol is IMethodSymbol { ReturnsVoid: true } method && !HandlesEvent(method) && !IsSubscribed(context))
        {
            _found.TryAdd(method, place.GetLocation());
        }
    }

    /// <summary>For <see cref="OperationKind.Invocation"/> and <see cref="OperationKind.MethodReference"/>.</summary>
    public void AddReference(OperationAnalysisContext context)
    {
        _called.Add(context);
        if (context.Operation is IMethodReferenceOperation { Parent: IDelegateCreationOperation { Parent: IEventAssignmentOperation } } reference)
        {
            _subscribed.TryAdd(reference.Method.OriginalDefinition, true);
        }
    }

    public void Report(SymbolAnalysisContext context)
    {
        foreach (KeyValuePair<IMethodSymbol, Location> found in _found)
        {
            IMethodSymbol method = found.Key;
            if (_subscribed.ContainsKey(method)
                || (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && (MethodFacts.IsPrescribed(method) || IsNeverCalled(method, context.CancellationToken))))
            {
                continue;
            }

            string name = method.MethodKind == MethodKind.AnonymousFunction ? "This lambda" : $"'{method.Name}'";
            context.ReportDiagnostic(Diagnostic.Create(HandlerRules.AsyncVoid, found.Value, name));
        }
    }

    /// <summary>The token to underline; null when the function is not asynchronous or says that it returns something.</summary>
    private static SyntaxToken? Keyword(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method when IsAsyncVoid(method.Modifiers, method.ReturnType) => method.Identifier,
        LocalFunctionStatementSyntax function when IsAsyncVoid(function.Modifiers, function.ReturnType) => function.Identifier,
        AnonymousFunctionExpressionSyntax lambda when lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) => lambda.AsyncKeyword,
        _ => null,
    };

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax result) =>
        modifiers.Any(SyntaxKind.AsyncKeyword) && result is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    /// <summary>Events of .NET are the one place that async void was made for.</summary>
    private static bool HandlesEvent(IMethodSymbol method) =>
        method.Parameters.Length == 2 && method.Parameters[0].Type.SpecialType == SpecialType.System_Object && IsEventArgs(method.Parameters[1].Type);

    private static bool IsEventArgs(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: nameof(EventArgs), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSubscribed(SyntaxNodeAnalysisContext context)
    {
        SyntaxNode node = context.Node;
        while (node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } assignment
            && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is IEventSymbol;
    }

    private bool IsNeverCalled(IMethodSymbol method, CancellationToken cancellationToken) =>
        HandlerType.Of(type, symbols)!.FindMistakenMethods(cancellationToken).Any(f => SymbolEqualityComparer.Default.Equals(f.Method, method) && f.IsReported(_called));
}
