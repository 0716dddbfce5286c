using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>The elements of an array of the envelope, as tape indexes. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct JsonItems
{
    private readonly ReadOnlySpan<TapeNode> _tape;
    private readonly int _array;

    internal JsonItems(ReadOnlySpan<TapeNode> tape, int array)
    {
        _tape = tape;
        _array = array;
    }

    /// <summary>Starts at the first element.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(_tape, _array);

    /// <summary>Walks over the elements.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<TapeNode> _tape;
        private readonly int _end;
        private int _next;

        internal Enumerator(ReadOnlySpan<TapeNode> tape, int array)
        {
            _tape = tape;
            _next = array + 1;
            _end = tape.IsEmpty ? 0 : tape[array].Next;
        }

        /// <summary>Gets the tape index of the element.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            if (_next >= _end)
            {
                return false;
            }

            Current = _next;
            _next = _tape[_next].Next;
            return true;
        }
    }
}
