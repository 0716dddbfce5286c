using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>The elements of a list that is written in place.</summary>
/// <param name="Elements">The elements that can be counted.</param>
/// <param name="IsComplete">Whether there are no others, as a spread would bring.</param>
internal sealed record ListElements(ImmutableArray<IOperation> Elements, bool IsComplete)
{
    private static readonly ListElements Empty = new([], IsComplete: true);

    private static readonly ListElements Unknown = new([], IsComplete: false);

    /// <summary>The elements of a list; null when the expression makes none in place.</summary>
    public static ListElements? Of(IOperation value) => PossibleValues.Unwrap(value) switch
    {
        ICollectionExpressionOperation list => new ListElements([.. list.Elements.Where(static e => e is not ISpreadOperation)], !list.Elements.Any(static e => e is ISpreadOperation)),
        IArrayCreationOperation { Initializer.ElementValues: var elements, DimensionSizes.Length: 1 } => new ListElements(elements, IsComplete: true),
        IObjectCreationOperation { Type: { } type } creation when IsList(type) => OfCreation(creation),
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType: { Name: "Array" or "Enumerable", ContainingNamespace.Name: "System" or "Linq" } } } => Empty,
        _ => null,
    };

    /// <summary>Whether a type holds elements: what is made of it counts as many, not as one.</summary>
    public static bool IsMany(ITypeSymbol? type) =>
        type is { SpecialType: not SpecialType.System_String } && type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool IsList(ITypeSymbol type) => type switch
    {
        { Name: "List", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } => true,
        { Name: "PayloadList", ContainingNamespace: { Name: "WaGen", ContainingNamespace.IsGlobalNamespace: true } } => true,
        _ => false,
    };

    /// <summary>What the constructor copies, and what the braces add.</summary>
    private static ListElements OfCreation(IObjectCreationOperation creation)
    {
        IOperation? source = creation.Arguments.FirstOrDefault()?.Value;
        ListElements copied = source is null or { Type.SpecialType: SpecialType.System_Int32 } ? Empty : Of(source) ?? Unknown;
        ImmutableArray<IOperation> braces = creation.Initializer?.Initializers ?? [];
        IOperation?[] added = [.. braces.Where(static i => i is not ISimpleAssignmentOperation).Select(Added)];
        return new ListElements([.. copied.Elements, .. added.OfType<IOperation>()], copied.IsComplete && !added.Contains(null));
    }

    /// <summary>The element that one entry between the braces adds; null when it adds several, by an extension of somebody.</summary>
    private static IOperation? Added(IOperation entry) =>
        entry is IInvocationOperation { TargetMethod: { Name: "Add", IsExtensionMethod: false }, Arguments: { Length: 1 } arguments } ? arguments[0].Value : null;
}
