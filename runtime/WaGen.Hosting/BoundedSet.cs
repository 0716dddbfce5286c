using System.Collections.Concurrent;

namespace WaGen.Hosting;

/// <summary>Remembers what was seen, up to a number of items, so that text from outside cannot fill the memory.</summary>
/// <param name="capacity">How many items are remembered at most.</param>
internal sealed class BoundedSet<T>(int capacity)
    where T : notnull
{
    private readonly ConcurrentDictionary<T, bool> _items = new();
    private int _count;

    /// <summary>Whether <paramref name="item"/> is remembered.</summary>
    public bool Contains(T item) => _items.ContainsKey(item);

    /// <summary>Whether <paramref name="item"/> is new and there was room to remember it.</summary>
    public bool TryAdd(T item)
    {
        if (Volatile.Read(ref _count) >= capacity || !_items.TryAdd(item, true))
        {
            return false;
        }

        Interlocked.Increment(ref _count);
        return true;
    }
}
