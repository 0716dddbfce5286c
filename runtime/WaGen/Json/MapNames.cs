using System.Buffers;

namespace WaGen.Runtime;

/// <summary>Finds the names that occur twice in a map, in one pass however many names there are.</summary>
internal readonly ref struct MapNames
{
    private readonly int[] _entries;
    private readonly int _mask;

    public MapNames(int members)
    {
        // At most half full, so that looking for a name ends soon. Names hash with a random seed, so nobody can choose names that collide.
        int length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(members, 4) * 2);
        _entries = ArrayPool<int>.Shared.Rent(length);
        _entries.AsSpan(0, length).Clear();
        _mask = length - 1;
    }

    /// <summary>Returns the entry that has the name, or remembers the name as entry <paramref name="next"/> and returns that.</summary>
    /// <param name="binder">Reads names.</param>
    /// <param name="map">Pairs of a name node and a value.</param>
    /// <param name="name">The name node to look for.</param>
    /// <param name="next">The number of a new entry.</param>
    public int FindOrAdd(JsonBinder binder, ReadOnlySpan<int> map, int name, int next)
    {
        ReadOnlySpan<byte> text = binder.Text(name);
        var hash = default(HashCode);
        hash.AddBytes(text);
        for (int index = hash.ToHashCode() & _mask; ; index = (index + 1) & _mask)
        {
            int entry = _entries[index] - 1;
            if (entry < 0)
            {
                _entries[index] = next + 1;
                return next;
            }

            if (binder.Text(map[entry * 2]).SequenceEqual(text))
            {
                return entry;
            }
        }
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_entries);
}
