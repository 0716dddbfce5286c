using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Makes lists of collection expressions. Called by the compiler.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadListBuilder
{
    /// <summary>Copies elements into a list.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements.</param>
    /// <returns>A new list.</returns>
    public static PayloadList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray(), owned: true);
}
