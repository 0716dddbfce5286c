using Microsoft.CodeAnalysis;

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
