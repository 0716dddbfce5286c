using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>The events of a handler interface that come from one place of a value: a method for each, and one that takes those without.</summary>
/// <param name="method">The method that takes the events whose own method is not implemented.</param>
/// <param name="events">The methods of single events, in the order of the interface.</param>
internal sealed class EventGroup(IMethodSymbol method, ImmutableArray<IMethodSymbol> events)
{
    public IMethodSymbol Method { get; } = method;

    public ImmutableArray<IMethodSymbol> Events { get; } = events;

    /// <summary>The groups of an interface. The method of a group stands after those of its events, and their views turn into its view.</summary>
    public static ImmutableArray<EventGroup> Of(INamedTypeSymbol handlerInterface, HandlerSymbols symbols)
    {
        IMethodSymbol[] methods = [.. symbols.HandlerMethods(handlerInterface)];
        var groups = new List<EventGroup>();
        for (int end = methods.Length - 1; end >= 0;)
        {
            int start = end;
            while (start > 0 && TurnsInto(methods[start - 1].Parameters[0].Type, methods[end].Parameters[0].Type))
            {
                start--;
            }

            groups.Add(new EventGroup(methods[end], [.. methods.Skip(start).Take(end - start)]));
            end = start - 1;
        }

        groups.Reverse();
        return [.. groups];
    }

    /// <summary>Whether the view of an event is that of a group, or has a method such as <c>AsMessage()</c> that gives it.</summary>
    private static bool TurnsInto(ITypeSymbol single, ITypeSymbol group) =>
        SymbolEqualityComparer.Default.Equals(single, group)
        || single.GetMembers("As" + group.Name).OfType<IMethodSymbol>().Any(m => m.Parameters.IsEmpty && SymbolEqualityComparer.Default.Equals(m.ReturnType, group));
}
