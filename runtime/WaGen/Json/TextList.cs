using System.Collections;
using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>A received array of strings.</summary>
/// <remarks>
/// The default value is an absent array, which reads as an empty one. An element that is no string reads as null, so positions stay right.
/// All members that read throw <see cref="ObjectDisposedException"/> once the body's processing is over.
/// </remarks>
public readonly struct TextList : IReadOnlyList<string?>
{
    private readonly JsonView _list;

    internal TextList(JsonView list) => _list = list;

    /// <summary>Gets a value indicating whether the array was received, be it empty.</summary>
    public bool IsPresent => _list.IsPresent;

    /// <summary>Gets how many elements there are, 0 when absent.</summary>
    public int Count => _list.ReadAt(WebhookDocument.ListCount);

    /// <summary>Gets the array as it was received; absent when this list is.</summary>
    public RawJson Json => _list.Json;

    /// <summary>Gets an element. Each read makes a new string.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The text, or null when the element is no string.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public string? this[int index] => NodeAt(index) is int node and not 0 ? _list.Document!.ReadText(_list.Version, node) : null;

    /// <summary>Gets an element without making a string.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The text as UTF-8, empty when the element is no string. It is good until the next <c>await</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public ReadOnlySpan<byte> GetUtf8(int index) => NodeAt(index) is int node and not 0 ? _list.Document!.ReadUtf8(_list.Version, node) : default;

    /// <summary>Tells whether one of the elements has the given text.</summary>
    /// <param name="utf8">The text to look for.</param>
    /// <returns>Whether an element is equal, byte for byte.</returns>
    public bool Contains(ReadOnlySpan<byte> utf8)
    {
        for (int index = 0; index < Count; index++)
        {
            if (NodeAt(index) is int node and not 0 && _list.Document!.ReadTextEquals(_list.Version, node, utf8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Starts an enumeration. Each element is a new string.</summary>
    /// <returns>The enumerator, before the first element.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<string?> IEnumerable<string?>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes the texts; an element that is no string as null.</summary>
    /// <param name="writer">Takes an array, or null when this is absent.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!IsPresent)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (string? text in this)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private int NodeAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _list.ReadAt(WebhookDocument.ListHeader + index);
    }

    /// <summary>Walks over the elements.</summary>
    public struct Enumerator : IEnumerator<string?>
    {
        private readonly TextList _list;
        private readonly int _count;
        private int _index;

        internal Enumerator(TextList list)
        {
            _list = list;
            _count = list.Count;
            _index = -1;
        }

        /// <summary>Gets the current element.</summary>
        public readonly string? Current => _list[_index];

        readonly object? IEnumerator.Current => Current;

        /// <summary>Goes on to the next element.</summary>
        /// <returns>Whether there was another element.</returns>
        public bool MoveNext() => ++_index < _count;

        /// <summary>Goes back before the first element.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
