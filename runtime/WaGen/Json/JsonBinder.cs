using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>Binds the members of JSON objects to slots while a body is routed. Plumbing of generated code.</summary>
/// <remarks>
/// A null leaves its slot empty. A value of the wrong kind leaves its slot empty and is noted as <see cref="DriftKind.Mismatch"/>.
/// A slot that is already set is overwritten and noted as <see cref="DriftKind.DuplicateMember"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class JsonBinder
{
    private readonly WebhookDocument _document;

    internal JsonBinder(WebhookDocument document) => _document = document;

    /// <summary>Gets the document that is being bound.</summary>
    internal WebhookDocument Document => _document;

    /// <summary>Starts a block of empty slots for the members of an object.</summary>
    /// <param name="node">The tape index of the object.</param>
    /// <param name="slotCount">How many slots the object's type has.</param>
    /// <returns>The index of the block.</returns>
    public int Begin(int node, int slotCount)
    {
        int block = _document.Reserve(slotCount + WebhookDocument.BlockHeader);
        _document.Slots[block] = node;
        return block;
    }

    /// <summary>Notes which variant of a union an object is.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="variant">The variant's number from 1, 0 for a plain object, a negative code when no variant can be told.</param>
    public void SetVariant(int block, int variant) => _document.Slots[block + WebhookDocument.BlockVariant] = variant;

    /// <summary>Enumerates the members of an object.</summary>
    /// <param name="node">The tape index of the object.</param>
    /// <returns>The enumerator, before the first member.</returns>
    internal JsonMembers Members(int node) => new(_document, node);

    /// <summary>Finds a member of an object.</summary>
    /// <param name="node">The tape index of the object.</param>
    /// <param name="name">The member's name; escapes in the body are decoded before comparing.</param>
    /// <returns>The tape index of the value, the last one when the name occurs more than once; 0 when the member is absent or null, or <paramref name="node"/> is no object.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Find(int node, ReadOnlySpan<byte> name)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        int found = 0;
        if (nodes[node].Kind == JsonKind.Object)
        {
            byte[] body = _document.Body;
            int end = nodes[node].Next;
            for (int candidate = node + 1; candidate < end; candidate = nodes[candidate + 1].Next)
            {
                ref readonly TapeNode text = ref nodes[candidate];
                if (text.Escaped ? Text(candidate).SequenceEqual(name)
                    : text.Length == name.Length && new ReadOnlySpan<byte>(body, text.Offset, text.Length).SequenceEqual(name))
                {
                    found = candidate + 1;
                }
            }
        }

        return found != 0 && nodes[found].Kind == JsonKind.Null ? 0 : found;
    }

    /// <summary>Gets what a value is.</summary>
    /// <param name="node">The tape index of the value.</param>
    /// <returns>The kind, never <see cref="JsonKind.None"/>.</returns>
    public JsonKind Kind(int node) => _document.Tape.Nodes[node].Kind;

    /// <summary>Tells whether a value is a string with the given text.</summary>
    /// <param name="node">The tape index of the value.</param>
    /// <param name="utf8">The text to compare with, without escapes.</param>
    /// <returns>Whether the value is a string and equal, byte for byte.</returns>
    public bool TextEquals(int node, ReadOnlySpan<byte> utf8) => Kind(node) == JsonKind.String && Text(node).SequenceEqual(utf8);

    /// <summary>Gets the text of a string or number.</summary>
    /// <param name="node">The tape index of the value.</param>
    /// <returns>The text with escapes decoded; for other kinds than strings the bytes as they were received.</returns>
    public ReadOnlySpan<byte> Text(int node)
    {
        ref readonly TapeNode value = ref _document.Tape.Nodes[node];
        return value.Escaped ? _document.Decode(node) : new ReadOnlySpan<byte>(_document.Body, value.Offset, value.Length);
    }
}
