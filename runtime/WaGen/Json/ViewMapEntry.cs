using WaGen.Runtime;

namespace WaGen;

/// <summary>One entry of a <see cref="ViewMap{T}"/>.</summary>
/// <typeparam name="T">The view of a value.</typeparam>
public readonly struct ViewMapEntry<T>
    where T : struct, IJsonView<T>
{
    private readonly RawJson _name;
    private readonly JsonView _value;

    internal ViewMapEntry(RawJson name, JsonView value)
    {
        _name = name;
        _value = value;
    }

    /// <summary>Gets the name. Each read makes a new string.</summary>
    public string Name => _name.GetString() ?? string.Empty;

    /// <summary>Gets the name as UTF-8. It is good until the next <c>await</c>.</summary>
    public ReadOnlySpan<byte> NameUtf8 => _name.Document is { } document ? document.ReadUtf8(_name.Version, _name.Node) : default;

    /// <summary>Gets the value, an absent view when it is no object.</summary>
    public T Value => T.Create(_value);
}
