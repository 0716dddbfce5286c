using System.Collections;
using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>A received array of objects.</summary>
/// <typeparam name="T">The view of an element.</typeparam>
/// <remarks>
/// The default value is an absent array, which reads as an empty one. An element that is no object is an absent view, so positions stay right.
/// All members that read throw <see cref="ObjectDisposedException"/> once the body's processing is over. A plain <c>foreach</c> allocates nothing.
/// </remarks>
public readonly struct ViewList<T> : IReadOnlyList<T>
    where T : struct, IJsonView<T>
{
    private readonly JsonView _list;

    internal ViewList(JsonView list) => _list = list;

    /// <summary>Gets a value indicating whether the array was received, be it empty.</summary>
    public bool IsPresent => _list.IsPresent;

    /// <summary>Gets how many elements there are, 0 when absent.</summary>
    public int Count => _list.ReadAt(WebhookDocument.ListCount);

    /// <summary>Gets the array as it was received; absent when this list is.</summary>
    public RawJson Json => _list.Json;

    /// <summary>Gets an element.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The element's view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Element(index);
        }
    }

    /// <summary>Starts an enumeration.</summary>
    /// <returns>The enumerator, before the first element.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes what the typed members of the elements hold; an element that is no object as null.</summary>
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
        for (int index = 0; index < Count; index++)
        {
            Element(index).WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private T Element(int index) => T.Create(_list.At(_list.ReadAt(WebhookDocument.ListHeader + index)));

    /// <summary>Walks over the elements.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly ViewList<T> _list;
        private readonly int _count;
        private int _index;

        internal Enumerator(ViewList<T> list)
        {
            _list = list;
            _count = list.Count;
            _index = -1;
        }

        /// <summary>Gets the current element.</summary>
        public readonly T Current => _list.Element(_index);

        readonly object IEnumerator.Current => Current;

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
