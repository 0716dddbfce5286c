using System.Buffers;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Runtime;

/// <summary>Collects the parts of an identity or of an order key. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WebhookKey
{
    private const byte Separator = (byte)'/';
    private const int MostLengthBytes = 5;

    private readonly bool _exact;
    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _length;
    private int _parts;
    private int _asked;

    /// <summary>Starts a key.</summary>
    /// <param name="scratch">Memory to begin with.</param>
    /// <param name="exact">
    /// Whether different parts always make a different key: each comes with its place and its length. Otherwise they are joined by a slash, for people to read.
    /// </param>
    internal WebhookKey(Span<byte> scratch, bool exact = false)
    {
        _buffer = scratch;
        _exact = exact;
    }

    /// <summary>Gets whether no part is present.</summary>
    internal readonly bool IsEmpty => _parts == 0;

    /// <summary>Adds the text of a member. An absent or empty one adds nothing.</summary>
    /// <param name="view">The object that holds the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>Whether the member was present.</returns>
    public bool Add(JsonView view, int slot)
    {
        RawJson member = view.GetRaw(slot);
        return Add(member, view.GetUtf8(slot));
    }

    /// <summary>Adds an array: a fingerprint of all that it holds, in whatever order its objects have their members. An absent one adds nothing.</summary>
    /// <param name="view">The object that holds the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>Whether the member was present.</returns>
    public bool AddArray(JsonView view, int slot)
    {
        RawJson array = view.GetObject(slot).Json;
        if (!array.IsPresent)
        {
            return Add(array, default);
        }

        Span<byte> text = stackalloc byte[JsonFingerprint.TextLength];
        JsonFingerprint.Write(array, text);
        return Add(array, text);
    }

    /// <summary>Adds the text of a member of the envelope. An absent or empty one adds nothing.</summary>
    /// <param name="item">The event.</param>
    /// <param name="name">The member, of the innermost object around the event's value that has it.</param>
    /// <returns>Whether the member was present.</returns>
    public bool AddOuter(WebhookItem item, ReadOnlySpan<byte> name)
    {
        RawJson member = item.FindOuter(name);
        return Add(member, member.IsPresent ? member.Document!.ReadUtf8(member.Version, member.Node) : default);
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

    /// <summary>Adds a text with its length. It counts as no part.</summary>
    internal void AddText(scoped ReadOnlySpan<byte> utf8)
    {
        AddNumber(utf8.Length);
        Reserve(utf8.Length);
        Append(utf8);
    }

    /// <summary>Adds a text with its length. It counts as no part.</summary>
    internal void AddText(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        AddNumber(length);
        Reserve(length);
        _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
    }

    /// <summary>Adds a number that is not negative. It counts as no part.</summary>
    internal void AddNumber(int number)
    {
        Reserve(MostLengthBytes);
        for (uint rest = (uint)number; ; rest >>= 7)
        {
            _buffer[_length++] = (byte)(rest < 0x80 ? rest : rest | 0x80);
            if (rest < 0x80)
            {
                return;
            }
        }
    }

    /// <summary>Returns the first half of the SHA-256 of everything that was added.</summary>
    internal readonly DeduplicationKey ToDeduplicationKey()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer[.._length], hash);
        return new DeduplicationKey(hash[..DeduplicationKey.Size]);
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

    private bool Add(RawJson member, scoped ReadOnlySpan<byte> text)
    {
        int place = _asked++;
        if (text.IsEmpty)
        {
            return false;
        }

        member.Document!.BoundViews?.AddKeyPart(member.Node);
        if (_exact)
        {
            // The place tells which members are absent, and leaves the keys as they are when an identity gets one more member at its end.
            AddNumber(place);
            AddText(text);
        }
        else
        {
            Reserve(text.Length + 1);
            if (_parts > 0)
            {
                _buffer[_length++] = Separator;
            }

            Append(text);
        }

        _parts++;
        return true;
    }

    private void Append(scoped ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_buffer[_length..]);
        _length += utf8.Length;
    }

    private void Reserve(int bytes)
    {
        if (_length + bytes > _buffer.Length)
        {
            Grow(_length + bytes);
        }
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
