using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds its way through the chains of calls that a set-up is written in.</summary>
internal static class SetupOperations
{
    /// <summary>What a call is made on: the object, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance is { } instance ? Operations.Unwrap(instance)
        : call.TargetMethod.IsExtensionMethod && call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0) is { } first ? Operations.Unwrap(first.Value)
        : null;

    /// <summary>The calls that a call is made on, from the last to the first, without the call itself.</summary>
    public static IEnumerable<IInvocationOperation> Inner(IInvocationOperation call)
    {
        while (Receiver(call) is IInvocationOperation inner)
        {
            yield return inner;
            call = inner;
        }
    }

    /// <summary>The calls that are made on the result of a call, from the first to the last.</summary>
    public static IEnumerable<IInvocationOperation> Outer(IInvocationOperation call)
    {
        while (ParentOf(call) is IInvocationOperation outer && ReferenceEquals(Receiver(outer), call))
        {
            yield return outer;
            call = outer;
        }
    }

    /// <summary>The variable, parameter, field or property that a chain of calls starts with.</summary>
    public static ISymbol? Start(IInvocationOperation call) => SymbolOf(Receiver(Inner(call).LastOrDefault() ?? call));

    /// <summary>The variable, parameter, field or property that an operation reads.</summary>
    public static ISymbol? SymbolOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member,
        _ => null,
    };

    /// <summary>The local variable that the result of a chain is stored in.</summary>
    public static ILocalSymbol? StoredIn(IInvocationOperation call) => ParentOf(Outer(call).LastOrDefault() ?? call) switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };

    /// <summary>The name of the method in a call as it stands in the source.</summary>
    public static Location NameOf(IInvocationOperation call) => SimpleName.In(call.Syntax)?.Identifier.GetLocation() ?? call.Syntax.GetLocation();

    private static IOperation? ParentOf(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
