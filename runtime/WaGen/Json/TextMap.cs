using System.Collections;
using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>A received object with arbitrary names and strings as values.</summary>
/// <remarks>
/// The default value is an absent object, which reads as an empty one. Of equal names only the last one counts.
/// All members that read throw <see cref="ObjectDisposedException"/> once the body's processing is over.
/// </remarks>
public readonly struct TextMap : IReadOnlyCollection<TextMapEntry>
{
    private readonly JsonView _map;

    internal TextMap(JsonView map) => _map = map;

    /// <summary>Gets a value indicating whether the object was received, be it empty.</summary>
    public bool IsPresent => _map.IsPresent;

    /// <summary>Gets how many entries there are, 0 when absent.</summary>
    public int Count => _map.ReadAt(WebhookDocument.ListCount);

    /// <summary>Gets the object as it was received; absent when this map is.</summary>
    public RawJson Json => _map.Json;

    /// <summary>Gets the value of a name as a new string. Entries are compared one by one.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <returns>The text, or null when there is no such name or its value is no string.</returns>
    public string? this[ReadOnlySpan<byte> name] =>
        MapBlock.Find(_map, name) is int node and not 0 ? _map.Document!.ReadText(_map.Version, node) : null;

    /// <summary>Gets the value of a name without making a string.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <returns>The text as UTF-8, empty when there is no such name or its value is no string. It is good until the next <c>await</c>.</returns>
    public ReadOnlySpan<byte> GetUtf8(ReadOnlySpan<byte> name) =>
        MapBlock.Find(_map, name) is int node and not 0 ? _map.Document!.ReadUtf8(_map.Version, node) : default;

    /// <summary>Starts an enumeration in the order received.</summary>
    /// <returns>The enumerator, before the first entry.</returns>
    public Enumerator GetEnumerator() => new(_map);

    IEnumerator<TextMapEntry> IEnumerable<TextMapEntry>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes the entries; a value that is no string as null.</summary>
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
        foreach (TextMapEntry entry in this)
        {
            writer.WriteString(entry.Name, entry.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Walks over the entries.</summary>
    public struct Enumerator : IEnumerator<TextMapEntry>
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
        public readonly TextMapEntry Current => new(MapBlock.Name(_map, _index), MapBlock.Raw(_map, _index));

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
