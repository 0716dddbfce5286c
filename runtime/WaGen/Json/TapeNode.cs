namespace WaGen.Runtime;

/// <summary>One value or one member name of a parsed body.</summary>
/// <remarks>A name is directly followed by its value, a container by its content. Node 0 is the root.</remarks>
internal struct TapeNode
{
    /// <summary>Where the content starts: strings after the opening quote, everything else at its first byte.</summary>
    public int Offset;

    /// <summary>Bytes of the content: strings without quotes, containers from bracket to bracket.</summary>
    public int Length;

    /// <summary>Index of the node after this value and everything in it.</summary>
    public int Next;

    /// <summary>What the value is; names are strings.</summary>
    public JsonKind Kind;

    /// <summary>Whether a string contains a backslash escape.</summary>
    public bool Escaped;
}
