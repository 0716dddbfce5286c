using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Events of a group that nobody should overlook, because the schema says so.</summary>
internal sealed class AdvisedEvents
{
    private AdvisedEvents(AdviceTopic topic, EventGroup group, ImmutableArray<IMethodSymbol> methods)
    {
        Topic = topic;
        Group = group;
        Methods = methods;
        Others = group.Events.RemoveAll(methods.Contains);
    }

    /// <summary>Why they matter: failures, or a form for what the provider could not deliver in its own.</summary>
    public AdviceTopic Topic { get; }

    public EventGroup Group { get; }

    /// <summary>The methods of these events; at least one.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; }

    /// <summary>The methods of the group's other events.</summary>
    public ImmutableArray<IMethodSymbol> Others { get; }

    /// <summary>What the schema of an interface advises about its events.</summary>
    public static ImmutableArray<AdvisedEvents> Of(INamedTypeSymbol handlerInterface, HandlerSymbols symbols)
    {
        ImmutableArray<AdvisedEvents>.Builder found = ImmutableArray.CreateBuilder<AdvisedEvents>();
        foreach (EventGroup group in EventGroup.Of(handlerInterface, symbols))
        {
            foreach (AdviceTopic topic in new[] { AdviceTopic.Failure, AdviceTopic.Fallback })
            {
                ImmutableArray<IMethodSymbol> methods =
                [
                    .. group.Events.Where(e => string.Equals(Advice.TextOf(e, topic), group.Method.Name, StringComparison.Ordinal)),
                ];
                if (!methods.IsEmpty)
                {
                    found.Add(new AdvisedEvents(topic, group, methods));
                }
            }
        }

        return found.ToImmutable();
    }
}
