using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Collects the list elements that belong to one event. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WebhookLookups
{
    /// <summary>Elements that are remembered. The lists of further ones are kept whole.</summary>
    internal const int Capacity = 16;

    private readonly Span<int> _nodes;
    private int _count;

    internal WebhookLookups(Span<int> nodes) => _nodes = nodes;

    /// <summary>Gets the tape indexes of the elements.</summary>
    internal readonly ReadOnlySpan<int> Nodes => _nodes[.._count];

    /// <summary>Adds the element that a lookup found.</summary>
    /// <param name="match">The element; an absent one adds nothing.</param>
    public void Add(JsonView match)
    {
        if (match.IsPresent && _count < _nodes.Length)
        {
            _nodes[_count++] = match.Document!.Slots[match.Block + WebhookDocument.BlockNode];
        }
    }
}
