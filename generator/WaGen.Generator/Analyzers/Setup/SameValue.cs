using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Tells whether two expressions have the same value for sure.</summary>
internal static class SameValue
{
    public static bool Of(IOperation left, IOperation right)
    {
        left = Unwrap(left);
        right = Unwrap(right);
        if (left.ConstantValue is { HasValue: true, Value: var a })
        {
            return a is string { Length: > 0 } && right.ConstantValue is { HasValue: true, Value: var b } && Equals(a, b);
        }

        return (left, right) switch
        {
            (IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) => true,
            (ILocalReferenceOperation x, ILocalReferenceOperation y) => Same(x.Local, y.Local),
            (IParameterReferenceOperation x, IParameterReferenceOperation y) => Same(x.Parameter, y.Parameter),
            (IFieldReferenceOperation x, IFieldReferenceOperation y) => Same(x.Field, y.Field) && Instances(x.Instance, y.Instance),
            (IPropertyReferenceOperation x, IPropertyReferenceOperation y) => Same(x.Property, y.Property) && Instances(x.Instance, y.Instance) && Arguments(x.Arguments, y.Arguments),
            (IInvocationOperation x, IInvocationOperation y) => IsRead(x.TargetMethod) && Same(x.TargetMethod, y.TargetMethod) && Instances(x.Instance, y.Instance) && Arguments(x.Arguments, y.Arguments),
            _ => false,
        };
    }

    /// <summary>Whether a method gives the same for the same arguments: the ways to read a configuration.</summary>
    private static bool IsRead(IMethodSymbol method) => method.Name is "GetValue" or "GetSection" or "GetRequiredSection" or "GetEnvironmentVariable";

    /// <summary>The value without what is done when it is missing.</summary>
    private static IOperation Unwrap(IOperation operation)
    {
        operation = Operations.Unwrap(operation);
        return operation is ICoalesceOperation { WhenNull: { } otherwise } coalesce && Operations.Unwrap(otherwise) is IThrowOperation
            ? Operations.Unwrap(coalesce.Value)
            : operation;
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static bool Instances(IOperation? left, IOperation? right) => left is null || right is null ? left is null && right is null : Of(left, right);

    private static bool Arguments(IReadOnlyList<IArgumentOperation> left, IReadOnlyList<IArgumentOperation> right) =>
        left.Count == right.Count && left.Zip(right, static (a, b) => IsSameArgument(a.Value, b.Value)).All(static same => same);

    private static bool IsSameArgument(IOperation left, IOperation right) =>
        Of(left, right) || (left.ConstantValue is { HasValue: true, Value: var a } && right.ConstantValue is { HasValue: true, Value: var b } && Equals(a, b));
}
