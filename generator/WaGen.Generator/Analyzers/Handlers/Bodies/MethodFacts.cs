using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>What several rules ask about a method and about the code in it.</summary>
internal static class MethodFacts
{
    /// <summary>The handler method that an operation block is the body of; null for all other code.</summary>
    public static IMethodSymbol? HandlerMethod(ISymbol owner, HandlerSymbols symbols, TaskTypes tasks) =>
        owner is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, Parameters.Length: > 1 } method
        && tasks.IsToken(method.Parameters[method.Parameters.Length - 1].Type)
        && symbols.FindHandlerMethod(method) is not null
            ? method
            : null;

    /// <summary>Whether somebody else decides on the signature: a base class or an interface.</summary>
    public static bool IsPrescribed(IMethodSymbol method) =>
        method.IsOverride
        || !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces
            .SelectMany(i => i.GetMembers(method.Name))
            .Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));

    /// <summary>Whether a lambda becomes data instead of code.</summary>
    public static bool IsExpressionTree(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is { Type: { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } } };

    /// <summary>The call or the creation of an object that gets a lambda as an argument.</summary>
    public static IOperation? CalledWith(IAnonymousFunctionOperation lambda)
    {
        IOperation? parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent as IInvocationOperation ?? parent as IObjectCreationOperation as IOperation;
    }

    /// <summary>Whether the value of an operation is awaited on the spot.</summary>
    public static bool IsAwaited(IOperation operation) => operation.Parent switch
    {
        IAwaitOperation => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => configured.Parent is IAwaitOperation,
        _ => false,
    };
}
