using System.Text;

namespace WaGen.Runtime;

// Everything here may run late, while another thread reuses the memory. So nothing is trusted before the version was seen
// unchanged after the last read: whatever is read or thrown until then is dropped in favour of ObjectDisposedException.
public sealed partial class WebhookDocument
{
    /// <summary>Throws unless the version is still current.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    internal void ThrowIfLate(int version)
    {
        if (IsLate(version))
        {
            throw Late();
        }
    }

    /// <summary>Reads one slot, 0 for an index that does not exist.</summary>
    internal int ReadSlot(int version, int index)
    {
        int[] slots = Slots;
        int value = (uint)index < (uint)slots.Length ? slots[index] : 0;
        ThrowIfLate(version);
        return value;
    }

    /// <summary>Reads one node of the tape.</summary>
    internal TapeNode ReadNode(int version, int node)
    {
        TapeNode[] nodes = Tape.Nodes;
        TapeNode value = (uint)node < (uint)nodes.Length ? nodes[node] : default;
        ThrowIfLate(version);
        return value;
    }

    /// <summary>Returns the text of a string, number or name, escapes decoded.</summary>
    internal ReadOnlySpan<byte> ReadUtf8(int version, int node)
    {
        TapeNode value = ReadNode(version, node);
        return value.Escaped ? Decode(version, node) : ReadBytes(version, value.Offset, value.Length);
    }

    /// <summary>Returns a value as it was received, strings with their quotes.</summary>
    internal ReadOnlySpan<byte> ReadRaw(int version, int node)
    {
        TapeNode value = ReadNode(version, node);
        int quotes = value.Kind == JsonKind.String ? 1 : 0;
        return ReadBytes(version, value.Offset - quotes, value.Length + (quotes * 2));
    }

    /// <summary>Returns the whole body as it was received.</summary>
    internal ReadOnlySpan<byte> ReadBody(int version) => ReadBytes(version, 0, BodyLength);

    /// <summary>Copies a value as it was received.</summary>
    internal byte[] ReadCopy(int version, int node)
    {
        byte[] copy = ReadRaw(version, node).ToArray();
        ThrowIfLate(version);
        return copy;
    }

    /// <summary>Returns the text of a string, number or name as a string.</summary>
    internal string ReadText(int version, int node)
    {
        try
        {
            string text = Encoding.UTF8.GetString(ReadUtf8(version, node));
            ThrowIfLate(version);
            return text;
        }
        catch (ArgumentException) when (IsLate(version))
        {
            // The bytes changed while they were transcoded.
            throw Late();
        }
    }

    /// <summary>Compares the text of a string, number or name.</summary>
    internal bool ReadTextEquals(int version, int node, ReadOnlySpan<byte> utf8)
    {
        bool equal = ReadUtf8(version, node).SequenceEqual(utf8);
        ThrowIfLate(version);
        return equal;
    }

    private ReadOnlySpan<byte> ReadBytes(int version, int offset, int length)
    {
        byte[] body = Body;
        ReadOnlySpan<byte> bytes = (uint)offset <= (uint)body.Length && (uint)length <= (uint)(body.Length - offset)
            ? new ReadOnlySpan<byte>(body, offset, length)
            : default;
        ThrowIfLate(version);
        return bytes;
    }

    private bool IsLate(int version)
    {
        // Keeps what was read before from being read after the version.
        Volatile.ReadBarrier();
        return _version != version;
    }

    private static ObjectDisposedException Late() => new(
        objectName: null,
        "The webhook that this view belongs to has been processed and its memory reused. Call Detach() or copy what you need before the handler returns.");
}
