using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Knows which parameters take the key that something is found by.</summary>
internal static class KeyParameter
{
    private static readonly HashSet<string> Sets = new(StringComparer.Ordinal)
    {
        "HashSet",
        "SortedSet",
        "ISet",
        "IReadOnlySet",
        "ImmutableHashSet",
        "IImmutableSet",
        "FrozenSet",
    };

    private static readonly HashSet<string> KeyedQueries = new(StringComparer.Ordinal)
    {
        "GroupBy",
        "ToDictionary",
        "ToLookup",
        "DistinctBy",
        "ToImmutableDictionary",
        "ToFrozenDictionary",
        "CountBy",
        "AggregateBy",
        "Join",
        "GroupJoin",
    };

    private static readonly HashSet<string> Lookups = new(StringComparer.Ordinal) { "Contains", "ContainsKey", "GetValueOrDefault", "TryGetValue" };

    /// <summary>Whether an argument is a key: of a dictionary, a lookup or a cache, or a member of a set.</summary>
    public static bool TakesKey(IParameterSymbol parameter)
    {
        if (parameter.OriginalDefinition.Type is ITypeParameterSymbol type)
        {
            return (type.Name is "TKey" && IsCollection(parameter))
                || (parameter.ContainingSymbol is { Name: "Add" or "Contains" or "Remove" or "TryGetValue", ContainingType: { } owner } && Sets.Contains(owner.Name) && IsCollection(parameter));
        }

        return parameter.Name is "key" && IsIn(parameter, "Caching");
    }

    /// <summary>Whether a call only looks something up in a table whose keys were chosen elsewhere: a read-only one, or one written down in the code.</summary>
    /// <remarks>There another key would find nothing.</remarks>
    public static bool IsLookup(IArgumentOperation argument, CancellationToken cancellationToken)
    {
        (bool isRead, IOperation? table) = argument.Parent switch
        {
            IInvocationOperation call => (Lookups.Contains(call.TargetMethod.Name), call.Instance ?? call.Arguments[0].Value),
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => (indexer.Parent is not IAssignmentOperation assignment || assignment.Target != indexer, indexer.Instance),
            _ => (false, null),
        };
        return isRead
            && table is not null
            && Operations.Unwrap(table) is { Type: { } type } read
            && (type.Name.StartsWith("IReadOnly", StringComparison.Ordinal) || type.Name.StartsWith("Frozen", StringComparison.Ordinal) || IsWrittenDown(read, cancellationToken));
    }

    /// <summary>Whether a field or property is given elements where it is declared.</summary>
    private static bool IsWrittenDown(IOperation table, CancellationToken cancellationToken) =>
        table is IMemberReferenceOperation { Member: var member }
        && Initializer(member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)) is { } value
        && value.DescendantNodesAndSelf().Any(static n => n is CollectionExpressionSyntax { Elements.Count: > 0 } or InitializerExpressionSyntax { Expressions.Count: > 0 });

    private static ExpressionSyntax? Initializer(SyntaxNode? declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    /// <summary>Whether an argument is a lambda that returns a key. Keys that things are only sorted by need not be unique.</summary>
    public static bool TakesKeySelector(IParameterSymbol parameter) =>
        parameter.Name.EndsWith("eySelector", StringComparison.Ordinal)
        && KeyedQueries.Contains(parameter.ContainingSymbol.Name)
        && (IsIn(parameter, "Linq") || IsCollection(parameter));

    private static bool IsCollection(IParameterSymbol parameter) => IsIn(parameter, "Collections");

    /// <summary>Whether a parameter belongs to the framework's namespace of this name, or to one inside it.</summary>
    private static bool IsIn(IParameterSymbol parameter, string name)
    {
        bool found = false;
        INamespaceSymbol? current = parameter.ContainingSymbol.ContainingNamespace;
        for (; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            found |= string.Equals(current.Name, name, StringComparison.Ordinal);
            if (current.ContainingNamespace.IsGlobalNamespace)
            {
                return found && current.Name is "System" or "Microsoft";
            }
        }

        return false;
    }
}
