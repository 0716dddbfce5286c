using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>Walks over the members of an object.</summary>
internal ref struct JsonMembers
{
    private readonly WebhookDocument _document;
    private readonly ReadOnlySpan<TapeNode> _nodes;
    private readonly ReadOnlySpan<byte> _body;
    private int _name;
    private int _next;

    internal JsonMembers(WebhookDocument document, int node)
    {
        _document = document;
        _body = document.Utf8;
        _nodes = document.Tape.Nodes.AsSpan(0, document.Tape.Nodes[node].Next);
        _next = node + 1;
    }

    /// <summary>Goes on to the next member.</summary>
    /// <param name="name">The member's name, escapes decoded.</param>
    /// <param name="value">The tape index of the member's value.</param>
    /// <returns>Whether there was another member.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext(out ReadOnlySpan<byte> name, out int value)
    {
        int index = _next;
        value = index + 1;
        if ((uint)value >= (uint)_nodes.Length)
        {
            name = default;
            return false;
        }

        _name = index;
        _next = _nodes[value].Next;
        ref readonly TapeNode node = ref _nodes[index];
        name = node.Escaped ? _document.Decode(index) : _body.Slice(node.Offset, node.Length);
        return true;
    }

    /// <summary>Notes that the current member is not described by the schema.</summary>
    public readonly void Unknown() => _document.AddDrift(DriftKind.UnknownMember, _name);
}
