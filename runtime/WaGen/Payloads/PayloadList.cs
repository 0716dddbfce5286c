using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using WaGen.Runtime;

namespace WaGen;

/// <summary>The elements of an array in a payload. Immutable, compared element by element, made by a collection expression or by <c>new</c>.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[CollectionBuilder(typeof(PayloadListBuilder), nameof(PayloadListBuilder.Create))]
[DebuggerDisplay("Count = {Count}")]
public sealed class PayloadList<T> : IReadOnlyList<T>, IEquatable<PayloadList<T>>
{
    private readonly T[] _items;

    /// <summary>Copies elements into a list.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public PayloadList(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = [.. items];
    }

    internal PayloadList(T[] items, bool owned) => _items = owned ? items : [.. items];

    /// <summary>Gets the number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>Gets an element.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[int index] => _items[index];

    /// <summary>Makes a list of an array, which is copied.</summary>
    /// <param name="items">The elements; null gives null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator PayloadList<T>?(T[]? items) => items is null ? null : new PayloadList<T>(items, owned: false);

    /// <summary>Makes a list of another one, which is copied.</summary>
    /// <param name="items">The elements; null gives null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator PayloadList<T>?(List<T>? items) => items is null ? null : new PayloadList<T>(items);

    /// <summary>Gets the elements.</summary>
    /// <returns>The elements in order.</returns>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Enumerates the elements.</summary>
    /// <returns>An enumerator before the first element.</returns>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PayloadList<T>? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (T item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
