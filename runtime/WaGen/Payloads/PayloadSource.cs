using System.Text;

namespace WaGen.Runtime;

/// <summary>What an object held beside its typed members when it was read: unknown members, and known ones that would be written in another form.</summary>
/// <remarks>With it a payload that was read is written with equal JSON, also after some of its members were changed by <c>with</c>.</remarks>
internal sealed class PayloadSource : IEquatable<PayloadSource>
{
    private readonly List<Entry> _entries = [];
    private UnknownPayloadMember[]? _unknown;

    /// <summary>The members that the schema does not describe.</summary>
    public IReadOnlyList<UnknownPayloadMember> Unknown =>
        _unknown ??= [.. _entries.Where(static e => e.IsUnknown).Select(static e => new UnknownPayloadMember(Encoding.UTF8.GetString(e.Name), new JsonFragment(e.Raw)))];

    /// <summary>The unknown members in the order received.</summary>
    public IEnumerable<Entry> UnknownEntries => _entries.Where(static e => e.IsUnknown);

    /// <summary>Keeps a member that the schema does not describe.</summary>
    public void AddUnknown(ReadOnlySpan<byte> name, ReadOnlySpan<byte> raw) => _entries.Add(new Entry(name.ToArray(), [], raw.ToArray(), IsUnknown: true));

    /// <summary>Keeps the form of a known member.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="written">The bytes that would be written for what was read; empty for nothing.</param>
    /// <param name="raw">The bytes that were received; empty when the member was absent.</param>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> written, ReadOnlySpan<byte> raw) => _entries.Add(new Entry(name.ToArray(), written.ToArray(), raw.ToArray(), IsUnknown: false));

    /// <summary>Finds the form of a known member.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="written">What would be written now.</param>
    /// <param name="raw">What is to be written instead; empty for nothing.</param>
    /// <returns>Whether the member has still the value that was read, and was received in another form.</returns>
    public bool TryGet(ReadOnlySpan<byte> name, ReadOnlySpan<byte> written, out ReadOnlySpan<byte> raw)
    {
        foreach (Entry entry in _entries)
        {
            if (!entry.IsUnknown && name.SequenceEqual(entry.Name))
            {
                raw = entry.Raw;
                return written.SequenceEqual(entry.Written);
            }
        }

        raw = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(PayloadSource? other) =>
        other is not null && _entries.Count == other._entries.Count && !_entries.Where((e, i) => !e.IsSame(other._entries[i])).Any();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadSource);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Count;

    /// <summary>One member.</summary>
    internal readonly record struct Entry(byte[] Name, byte[] Written, byte[] Raw, bool IsUnknown)
    {
        public bool IsSame(Entry other) =>
            IsUnknown == other.IsUnknown && Name.AsSpan().SequenceEqual(other.Name) && Written.AsSpan().SequenceEqual(other.Written) && Raw.AsSpan().SequenceEqual(other.Raw);
    }
}
