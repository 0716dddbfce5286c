using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>The values of a dictionary that is written in place.</summary>
internal static class MapValues
{
    /// <summary>The values that stand between the braces, as <c>["name"] = value</c> or as <c>{ "name", value }</c>.</summary>
    public static IEnumerable<IOperation> Of(IOperation value) =>
        PossibleValues.Unwrap(value) is IObjectCreationOperation { Initializer.Initializers: var entries } ? entries.Select(ValueOf).OfType<IOperation>() : [];

    private static IOperation? ValueOf(IOperation entry) => entry switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } assignment => assignment.Value,
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } => arguments[1].Value,
        _ => null,
    };
}
