using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Puts the route of an endpoint together.</summary>
internal static class SetupRoute
{
    /// <summary>The path of an endpoint with the prefixes of its groups; null when a part of it is no constant, or a path has parameters.</summary>
    /// <param name="endpoint">The call that maps the endpoint.</param>
    /// <param name="calls">All calls of the same body.</param>
    public static string? Of(IInvocationOperation endpoint, IReadOnlyList<IInvocationOperation> calls)
    {
        string route = "";
        IInvocationOperation? current = endpoint;
        for (int depth = 0; current is not null && depth <= calls.Count; depth++)
        {
            foreach (IInvocationOperation map in SetupOperations.Inner(current).Prepend(current))
            {
                if (ReferenceEquals(map, endpoint) || map.TargetMethod.Name is "MapGroup")
                {
                    if (Pattern(map) is not { } pattern)
                    {
                        return null;
                    }

                    route = pattern + route;
                }
            }

            ISymbol? start = SetupOperations.Start(current);
            current = start is ILocalSymbol ? calls.FirstOrDefault(c => SymbolEqualityComparer.Default.Equals(SetupOperations.StoredIn(c), start)) : null;
        }

        return route.Length > 1 ? route : null;
    }

    private static string? Pattern(IInvocationOperation map) =>
        map.Arguments.FirstOrDefault(static a => a.Parameter is { Type.SpecialType: SpecialType.System_String }) is { Value.ConstantValue: { HasValue: true, Value: string pattern } }
        && pattern.IndexOfAny(['{', '*', '\n', '~']) < 0
            ? Normalize(pattern)
            : null;

    private static string Normalize(string pattern) => pattern.Trim('/') is { Length: > 0 } path ? "/" + path : "";
}
