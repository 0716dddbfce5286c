using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace WaGen.Runtime;

/// <summary>Collects the parts of an identity or of an order key. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WebhookKey
{
    private const byte Separator = (byte)'/';

    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _length;
    private int _parts;

    internal WebhookKey(Span<byte> scratch) => _buffer = scratch;

    /// <summary>Gets whether no part is present.</summary>
    internal readonly bool IsEmpty => _parts == 0;

    /// <summary>Adds the text of a member. An absent or empty one adds nothing.</summary>
    /// <param name="view">The object that holds the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>Whether the member was present.</returns>
    public bool Add(JsonView view, int slot)
    {
        ReadOnlySpan<byte> text = view.GetUtf8(slot);
        if (text.IsEmpty)
        {
            return false;
        }

        view.Document!.BoundViews?.AddKeyPart(view.GetRaw(slot).Node);
        int needed = _length + text.Length + 1;
        if (needed > _buffer.Length)
        {
            Grow(needed);
        }

        if (_parts++ > 0)
        {
            _buffer[_length++] = Separator;
        }

        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
        return true;
    }

    /// <summary>Returns the parts joined by a slash, or null when there is none.</summary>
    /// <returns>The text.</returns>
    public override readonly string? ToString() => _parts == 0 ? null : Encoding.UTF8.GetString(_buffer[.._length]);

    /// <summary>Returns a hash of the parts.</summary>
    internal readonly int GetHash()
    {
        HashCode hash = default;
        hash.AddBytes(_buffer[.._length]);
        return hash.ToHashCode();
    }

    /// <summary>Clears and gives back what was used.</summary>
    internal void Dispose()
    {
        _buffer[.._length].Clear();
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        this = default;
    }

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer[.._length].CopyTo(larger);
        _buffer[.._length].Clear();
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        _rented = larger;
        _buffer = larger;
    }
}
