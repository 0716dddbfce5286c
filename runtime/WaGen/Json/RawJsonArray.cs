namespace WaGen;

/// <summary>The elements of a JSON array, for <c>foreach</c>.</summary>
public readonly struct RawJsonArray
{
    private readonly RawJson _json;

    internal RawJsonArray(RawJson json) => _json = json;

    /// <summary>Starts an enumeration.</summary>
    /// <returns>The enumerator, before the first element.</returns>
    /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
    public Enumerator GetEnumerator() => new(RawJsonWalk.Over(_json, JsonKind.Array));

    /// <summary>Walks over the elements.</summary>
    public struct Enumerator
    {
        private RawJsonWalk _walk;

        internal Enumerator(RawJsonWalk walk) => _walk = walk;

        /// <summary>Gets the current element.</summary>
        public readonly RawJson Current => _walk.Current;

        /// <summary>Goes on to the next element.</summary>
        /// <returns>Whether there was another element.</returns>
        /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
        public bool MoveNext() => _walk.MoveNext(valueOffset: 0);
    }
}
