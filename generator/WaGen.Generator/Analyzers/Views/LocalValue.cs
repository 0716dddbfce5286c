using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds what a local variable stands for.</summary>
internal static class LocalValue
{
    /// <summary>The only value that a local ever gets: its initializer, the collection of its loop, or what its pattern looks at; null when it gets several.</summary>
    public static IOperation? Of(ILocalReferenceOperation reference)
    {
        ILocalSymbol local = reference.Local;
        IOperation? value = null;
        foreach (IOperation operation in Operations.Root(reference).Descendants())
        {
            if (IsWrite(operation, local))
            {
                return null;
            }

            value ??= ValueOf(operation, local);
        }

        return value;
    }

    private static IOperation? ValueOf(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local) => declarator.GetVariableInitializer()?.Value,
        IForEachLoopOperation loop when loop.Locals.Any(l => Same(l, local)) => loop.Collection,
        IIsPatternOperation { Pattern: IDeclarationPatternOperation pattern } test when Same(pattern.DeclaredSymbol, local) => test.Value,
        IIsPatternOperation { Pattern: IRecursivePatternOperation pattern } test when Same(pattern.DeclaredSymbol, local) => test.Value,
        _ => null,
    };

    private static bool IsWrite(IOperation operation, ILocalSymbol local) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().Any(t => IsReference(t, local) && t.Parent is IAssignmentOperation or ITupleOperation),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => IsReference(argument.Value, local),
        _ => false,
    };

    private static bool IsReference(IOperation operation, ILocalSymbol local) => operation is ILocalReferenceOperation { IsDeclaration: false } reference && Same(reference.Local, local);

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
