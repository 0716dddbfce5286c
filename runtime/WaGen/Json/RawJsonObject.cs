namespace WaGen;

/// <summary>The members of a JSON object, for <c>foreach</c>.</summary>
public readonly struct RawJsonObject
{
    private readonly RawJson _json;

    internal RawJsonObject(RawJson json) => _json = json;

    /// <summary>Starts an enumeration.</summary>
    /// <returns>The enumerator, before the first member.</returns>
    /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
    public Enumerator GetEnumerator() => new(RawJsonWalk.Over(_json, JsonKind.Object));

    /// <summary>Walks over the members.</summary>
    public struct Enumerator
    {
        private RawJsonWalk _walk;

        internal Enumerator(RawJsonWalk walk) => _walk = walk;

        /// <summary>Gets the current member.</summary>
        public readonly RawJsonMember Current => new(_walk.Current);

        /// <summary>Goes on to the next member.</summary>
        /// <returns>Whether there was another member.</returns>
        /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
        public bool MoveNext() => _walk.MoveNext(valueOffset: 1);
    }
}
