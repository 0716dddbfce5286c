namespace WaGen;

/// <summary>One member of a JSON object as it was received.</summary>
public readonly struct RawJsonMember
{
    private readonly RawJson _name;

    internal RawJsonMember(RawJson name) => _name = name;

    /// <summary>Gets the name, escapes decoded. Each read makes a new string.</summary>
    /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
    public string Name => _name.GetString() ?? string.Empty;

    /// <summary>Gets the name as UTF-8, escapes decoded. It is good until the next <c>await</c>.</summary>
    /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
    public ReadOnlySpan<byte> NameUtf8 => _name.Document is { } document ? document.ReadUtf8(_name.Version, _name.Node) : default;

    /// <summary>Gets the value.</summary>
    public RawJson Value => _name.Document is { } document ? new RawJson(document, _name.Version, _name.Node + 1) : default;

    /// <summary>Compares the name.</summary>
    /// <param name="utf8">The name to compare with, as UTF-8 without escapes.</param>
    /// <returns>Whether the names are equal, byte for byte.</returns>
    /// <exception cref="ObjectDisposedException">The body's processing is over.</exception>
    public bool NameEquals(ReadOnlySpan<byte> utf8) => _name.Document is { } document && document.ReadTextEquals(_name.Version, _name.Node, utf8);
}
