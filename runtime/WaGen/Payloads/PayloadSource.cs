namespace WaGen.Runtime;

/// <summary>What an object held beside its typed members when it was read: unknown members, and known ones that would be written in another form.</summary>
/// <remarks>With it a payload that was read is written with equal JSON, also after some of its members were changed by <c>with</c>.</remarks>
internal sealed class PayloadSource : IEquatable<PayloadSource>
{
    // At most one for each name of the schema, so looking through them stays cheap whatever was received.
    private readonly List<Entry> _known = [];
    private readonly List<Entry> _unknown = [];
    private PayloadList<UnknownPayloadMember>? _members;

    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty => _known.Count + _unknown.Count == 0;

    /// <summary>The members that the schema does not describe.</summary>
    public IReadOnlyList<UnknownPayloadMember> Unknown => _members ??= [.. _unknown.Select(static e => new UnknownPayloadMember(NameOf(e), new JsonFragment(e.Raw)))];

    /// <summary>The unknown members in the order received; names with quotes and escapes.</summary>
    public List<Entry> UnknownEntries => _unknown;

    /// <summary>Keeps a member that the schema does not describe.</summary>
    /// <param name="name">The name as it was received, with quotes.</param>
    /// <param name="raw">The value as it was received.</param>
    public void AddUnknown(ReadOnlySpan<byte> name, ReadOnlySpan<byte> raw) => _unknown.Add(new Entry(name.ToArray(), [], raw.ToArray()));

    /// <summary>Keeps the form of a known member, instead of what was kept of it before.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="written">The bytes that would be written for what was read; empty for nothing.</param>
    /// <param name="raw">The bytes that were received; empty when the member was absent.</param>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> written, ReadOnlySpan<byte> raw)
    {
        Remove(name);
        _known.Add(new Entry(name.ToArray(), written.ToArray(), raw.ToArray()));
    }

    /// <summary>Forgets the form of a known member.</summary>
    /// <param name="name">The name on the wire.</param>
    public void Remove(ReadOnlySpan<byte> name)
    {
        int index = IndexOf(name);
        if (index >= 0)
        {
            _known.RemoveAt(index);
        }
    }

    /// <summary>Finds what was kept of a known member.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <returns>Name and forms; null when the member was received as it would be written.</returns>
    public Entry? Find(ReadOnlySpan<byte> name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : _known[index];
    }

    /// <inheritdoc/>
    public bool Equals(PayloadSource? other) =>
        other is not null
        && _known.Count == other._known.Count
        && _known.TrueForAll(entry => other.Find(entry.Name) is { } same && entry.IsSame(same))
        && _unknown.Count == other._unknown.Count
        && _unknown.Zip(other._unknown).All(static pair => pair.First.IsSame(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadSource);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_known.Count, _unknown.Count);

    private static string NameOf(Entry entry) => RawJson.Parse(entry.Name).GetString() ?? string.Empty;

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (int index = 0; index < _known.Count; index++)
        {
            if (name.SequenceEqual(_known[index].Name))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>One member.</summary>
    internal sealed record Entry(byte[] Name, byte[] Written, byte[] Raw)
    {
        public bool IsSame(Entry other) =>
            Name.AsSpan().SequenceEqual(other.Name) && Written.AsSpan().SequenceEqual(other.Written) && Raw.AsSpan().SequenceEqual(other.Raw);
    }
}
