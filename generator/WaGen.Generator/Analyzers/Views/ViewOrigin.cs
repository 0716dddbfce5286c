using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>A value that reads a received body: the expression that says so, and the parameter that it came in by.</summary>
/// <remarks>
/// Only what can be followed to a parameter has an origin. Copies made by <c>Detach()</c>, parsed bodies, and results of methods that nothing
/// is known about have none.
/// </remarks>
internal sealed class ViewOrigin
{
    private const string DetachMethod = "Detach";

    /// <summary>Queries that hand on the elements of their source as they are.</summary>
    private static readonly HashSet<string> QueryMethods = new(StringComparer.Ordinal)
    {
        "Where",
        "First",
        "FirstOrDefault",
        "Single",
        "SingleOrDefault",
        "Last",
        "LastOrDefault",
        "ElementAt",
        "ElementAtOrDefault",
        "OrderBy",
        "OrderByDescending",
        "Skip",
        "Take",
        "Reverse",
        "AsEnumerable",
        "ToList",
        "ToArray",
        "ToHashSet",
    };

    private ViewOrigin(IOperation expression, IParameterSymbol parameter)
    {
        Expression = expression;
        Parameter = parameter;
    }

    /// <summary>What is to be underlined.</summary>
    public IOperation Expression { get; }

    /// <summary>The parameter that the value came in by.</summary>
    public IParameterSymbol Parameter { get; }

    /// <summary>The values in an expression that read a received body: itself, or what a new object, tuple or collection is made of.</summary>
    public static IEnumerable<ViewOrigin> In(IOperation value, ViewSymbols symbols)
    {
        value = Operations.Unwrap(value);
        IEnumerable<IOperation>? parts = value switch
        {
            ITupleOperation tuple => tuple.Elements,
            IAnonymousObjectCreationOperation anonymous => anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Select(static i => i.Value),
            IArrayCreationOperation array => array.Initializer?.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements.Select(static e => e is ISpreadOperation spread ? spread.Operand : e),
            IObjectCreationOperation creation => PartsOf(creation, symbols),
            IConditionalOperation { WhenFalse: { } other } choice => [choice.WhenTrue, other],
            ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
            _ => null,
        };
        return parts?.SelectMany(p => In(p, symbols)) ?? (symbols.MayHoldBound(value.Type) && ParameterOf(value, symbols) is { } parameter ? [new ViewOrigin(value, parameter)] : []);
    }

    /// <summary>What an object is made of, as far as it keeps it: arguments of a type that it has a member of, initializers, elements.</summary>
    private static IEnumerable<IOperation> PartsOf(IObjectCreationOperation creation, ViewSymbols symbols)
    {
        IEnumerable<IOperation> arguments = creation.Arguments
            .Where(a => symbols.MayHoldBound(Operations.Unwrap(a.Value).Type) && Keeps(creation.Type, a) && !MakesCopies(creation.Constructor))
            .Select(static a => a.Value);
        IEnumerable<IOperation> initializers = creation.Initializer?.Initializers.Select(static i => i switch
        {
            ISimpleAssignmentOperation assignment => assignment.Value,
            IInvocationOperation { Arguments.Length: > 0 } add => add.Arguments[add.Arguments.Length - 1].Value,
            _ => null,
        }).OfType<IOperation>() ?? [];
        return arguments.Concat(initializers);
    }

    private static bool Keeps(ITypeSymbol? type, IArgumentOperation argument) =>
        type is not null
        && (IsCollection(type) || type.GetMembers().Any(m => m switch
        {
            IFieldSymbol { IsStatic: false } field => Same(field.Type, argument.Parameter?.Type),
            IPropertySymbol { IsStatic: false } property => Same(property.Type, argument.Parameter?.Type),
            _ => false,
        }));

    /// <summary>Whether a constructor of the project detaches something: it knows better than its caller what it keeps.</summary>
    private static bool MakesCopies(IMethodSymbol? constructor) => constructor?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(static n => n.Identifier.ValueText is DetachMethod) is true;

    private static bool IsCollection(ITypeSymbol type) => type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>Follows a value to the parameter that it was read from.</summary>
    private static IParameterSymbol? ParameterOf(IOperation value, ViewSymbols symbols)
    {
        // Names are followed a few steps; a chain that is longer is not the slip that this is about.
        for (int steps = 0; steps < 16; steps++)
        {
            value = Operations.Unwrap(value);
            IOperation? source = value switch
            {
                IParameterReferenceOperation reference => reference,
                ILocalReferenceOperation local => LocalValue.Of(local),
                IPropertyReferenceOperation { Instance: { } instance } when symbols.MayHoldBound(instance.Type) => instance,
                IInvocationOperation call => SourceOf(call, symbols),
                _ => null,
            };
            if (source is IParameterReferenceOperation { Parameter: var parameter } && source == value)
            {
                return parameter;
            }

            if (source is null)
            {
                return null;
            }

            value = source;
        }

        return null;
    }

    private static IOperation? SourceOf(IInvocationOperation call, ViewSymbols symbols) => call switch
    {
        { TargetMethod.Name: DetachMethod } => null,
        { Instance: { } instance } => symbols.IsBound(instance.Type) ? instance : null,
        { TargetMethod: { IsExtensionMethod: true, ContainingNamespace.Name: "Linq" } method } when QueryMethods.Contains(method.Name) => call.Arguments[0].Value,
        _ => null,
    };

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
