using System.Collections;
using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>A received object with arbitrary names and objects as values.</summary>
/// <typeparam name="T">The view of a value.</typeparam>
/// <remarks>
/// The default value is an absent object, which reads as an empty one. Of equal names only the last one counts.
/// All members that read throw <see cref="ObjectDisposedException"/> once the body's processing is over.
/// </remarks>
public readonly struct ViewMap<T> : IReadOnlyCollection<ViewMapEntry<T>>
    where T : struct, IJsonView<T>
{
    private readonly JsonView _map;

    internal ViewMap(JsonView map) => _map = map;

    /// <summary>Gets a value indicating whether the object was received, be it empty.</summary>
    public bool IsPresent => _map.IsPresent;

    /// <summary>Gets how many entries there are, 0 when absent.</summary>
    public int Count => _map.ReadAt(WebhookDocument.ListCount);

    /// <summary>Gets the object as it was received; absent when this map is.</summary>
    public RawJson Json => _map.Json;

    /// <summary>Gets the value of a name. Entries are compared one by one.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <returns>The value, an absent view when there is no such name.</returns>
    public T this[ReadOnlySpan<byte> name] => T.Create(_map.At(MapBlock.Find(_map, name)));

    /// <summary>Starts an enumeration in the order received.</summary>
    /// <returns>The enumerator, before the first entry.</returns>
    public Enumerator GetEnumerator() => new(_map);

    IEnumerator<ViewMapEntry<T>> IEnumerable<ViewMapEntry<T>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes what the typed members of the values hold; a value that is no object as null.</summary>
    /// <param name="writer">Takes an object, or null when this is absent.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!IsPresent)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        for (int index = 0; index < Count; index++)
        {
            writer.WritePropertyName(MapBlock.Name(_map, index).GetString()!);
            T.Create(_map.At(MapBlock.Value(_map, index))).WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Walks over the entries.</summary>
    public struct Enumerator : IEnumerator<ViewMapEntry<T>>
    {
        private readonly JsonView _map;
        private readonly int _count;
        private int _index;

        internal Enumerator(JsonView map)
        {
            _map = map;
            _count = map.ReadAt(WebhookDocument.ListCount);
            _index = -1;
        }

        /// <summary>Gets the current entry.</summary>
        public readonly ViewMapEntry<T> Current => new(MapBlock.Name(_map, _index), _map.At(MapBlock.Value(_map, _index)));

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes on to the next entry.</summary>
        /// <returns>Whether there was another entry.</returns>
        public bool MoveNext() => ++_index < _count;

        /// <summary>Goes back before the first entry.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
