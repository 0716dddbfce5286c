using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace WaGen.Runtime;

/// <summary>An object with free names that was read. Nobody changes it afterwards; compared member by member, in any order.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[DebuggerDisplay("Count = {Count}")]
internal sealed class PayloadMap<T> : IReadOnlyDictionary<string, T>, IEquatable<PayloadMap<T>>
{
    private readonly Dictionary<string, T> _items = new(StringComparer.Ordinal);

    public int Count => _items.Count;

    public IEnumerable<string> Keys => _items.Keys;

    public IEnumerable<T> Values => _items.Values;

    public T this[string key] => _items[key];

    /// <summary>Sets a member while the map is read.</summary>
    internal void Set(string name, T value) => _items[name] = value;

    public bool ContainsKey(string key) => _items.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(PayloadMap<T>? other) =>
        other is not null
        && Count == other.Count
        && _items.All(item => other._items.TryGetValue(item.Key, out T? value) && EqualityComparer<T>.Default.Equals(item.Value, value));

    public override bool Equals(object? obj) => Equals(obj as PayloadMap<T>);

    public override int GetHashCode()
    {
        int hash = Count;
        foreach (KeyValuePair<string, T> item in _items)
        {
            hash ^= HashCode.Combine(item.Key, item.Value);
        }

        return hash;
    }
}
