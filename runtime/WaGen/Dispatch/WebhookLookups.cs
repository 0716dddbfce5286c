using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Collects the list elements that belong to one event. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WebhookLookups
{
    /// <summary>Lists that are remembered. Further ones are kept whole.</summary>
    internal const int Capacity = 16;

    private readonly Span<int> _nodes;
    private int _count;

    internal WebhookLookups(Span<int> nodes) => _nodes = nodes;

    /// <summary>Gets the tape indexes of the elements; for a list without a match the complement of the list's own index.</summary>
    internal readonly ReadOnlySpan<int> Nodes => _nodes[.._count];

    /// <summary>Adds what a lookup found.</summary>
    /// <param name="match">The element; absent when there is none, and then the event carries the list empty.</param>
    /// <param name="value">The value that holds the list.</param>
    /// <param name="listSlot">The slot of the list.</param>
    public void Add(JsonView match, JsonView value, int listSlot)
    {
        if (_count == _nodes.Length || value.Document is not { } document)
        {
            return;
        }

        if (match.IsPresent)
        {
            _nodes[_count++] = document.ReadSlot(match.Version, match.Block + WebhookDocument.BlockNode);
            return;
        }

        int list = document.ReadSlot(value.Version, value.Block + WebhookDocument.BlockHeader + listSlot);
        if (list != 0)
        {
            _nodes[_count++] = ~document.ReadSlot(value.Version, list + WebhookDocument.BlockNode);
        }
    }
}
