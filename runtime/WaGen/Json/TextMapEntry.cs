namespace WaGen;

/// <summary>One entry of a <see cref="TextMap"/>.</summary>
public readonly struct TextMapEntry
{
    private readonly RawJson _name;
    private readonly RawJson _value;

    internal TextMapEntry(RawJson name, RawJson value)
    {
        _name = name;
        _value = value;
    }

    /// <summary>Gets the name. Each read makes a new string.</summary>
    public string Name => _name.GetString() ?? string.Empty;

    /// <summary>Gets the name as UTF-8. It is good until the next <c>await</c>.</summary>
    public ReadOnlySpan<byte> NameUtf8 => Text(_name);

    /// <summary>Gets the value, null when it is no string. Each read makes a new string.</summary>
    public string? Value => _value.GetString();

    /// <summary>Gets the value as UTF-8, empty when it is no string. It is good until the next <c>await</c>.</summary>
    public ReadOnlySpan<byte> ValueUtf8 => Text(_value);

    private static ReadOnlySpan<byte> Text(RawJson text) => text.Document is { } document ? document.ReadUtf8(text.Version, text.Node) : default;
}
