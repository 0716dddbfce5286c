using System.Globalization;
using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>A piece of JSON as it was received: what the schemas do not describe, or the bytes behind a view.</summary>
/// <remarks>
/// The default value is absent: its <see cref="Kind"/> is <see cref="JsonKind.None"/> and everything read from it is empty.
/// It lives as long as the body that it belongs to, afterwards all members that read throw <see cref="ObjectDisposedException"/>;
/// <see cref="ToArray"/> and <see cref="Parse"/> make a copy that lives on.
/// </remarks>
public readonly struct RawJson
{
    private readonly WebhookDocument? _document;
    private readonly int _version;
    private readonly int _node;

    internal RawJson(WebhookDocument document, int version, int node)
    {
        _document = document;
        _version = version;
        _node = node;
    }

    /// <summary>Gets what the value is.</summary>
    public JsonKind Kind => _document is null ? JsonKind.None : _document.ReadNode(_version, _node).Kind;

    /// <summary>Gets a value indicating whether the value was received; an explicit <c>null</c> is present too.</summary>
    public bool IsPresent => _document is not null;

    /// <summary>Gets the bytes as they were received, strings with their quotes and escapes; empty when absent.</summary>
    /// <remarks>The bytes are good until the next <c>await</c>.</remarks>
    public ReadOnlySpan<byte> Utf8 => _document is null ? default : _document.ReadRaw(_version, _node);

    /// <summary>Gets the document, null when absent.</summary>
    internal WebhookDocument? Document => _document;

    /// <summary>Gets the version of the document that this value belongs to.</summary>
    internal int Version => _version;

    /// <summary>Gets the tape index of the value.</summary>
    internal int Node => _node;

    /// <summary>Gets a member of an object.</summary>
    /// <param name="name">The name as UTF-8, without escapes.</param>
    /// <returns>The member's value, the last one when the name occurs more than once; absent when there is none or this is no object.</returns>
    public RawJson this[ReadOnlySpan<byte> name]
    {
        get
        {
            RawJson found = default;
            foreach (RawJsonMember member in EnumerateObject())
            {
                if (member.NameEquals(name))
                {
                    found = member.Value;
                }
            }

            return found;
        }
    }

    /// <summary>Reads a JSON text into memory of its own.</summary>
    /// <param name="utf8Json">The JSON text; any kind of value.</param>
    /// <returns>The outermost value. It is never late.</returns>
    /// <exception cref="FormatException">The text is not valid JSON; the message says why and at which byte.</exception>
    public static RawJson Parse(ReadOnlySpan<byte> utf8Json)
    {
        var document = WebhookDocument.CreateDetached(utf8Json, anyRoot: true, out JsonFault fault);
        return document is null ? throw new FormatException(fault.ToString()) : new RawJson(document, document.Version, 0);
    }

    /// <summary>Reads a JSON text into memory of its own, if it is one.</summary>
    /// <param name="utf8Json">Any bytes.</param>
    /// <param name="value">The outermost value, which is never late; absent when the text is not valid JSON.</param>
    /// <returns>Whether the text is valid JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, out RawJson value)
    {
        var document = WebhookDocument.CreateDetached(utf8Json, anyRoot: true, out _);
        value = document is null ? default : new RawJson(document, document.Version, 0);
        return document is not null;
    }

    /// <summary>Gets the text of a string.</summary>
    /// <returns>A new string with escapes decoded (a lone surrogate becomes U+FFFD), or null when this is no string.</returns>
    public string? GetString() => Kind == JsonKind.String ? _document!.ReadText(_version, _node) : null;

    /// <summary>Reads a whole number, written as a number or as a string of digits.</summary>
    /// <param name="value">The number, 0 when there is none.</param>
    /// <returns>Whether this is a whole number of 64 bits.</returns>
    public bool TryGetInt64(out long value)
    {
        bool read = JsonScalars.TryGetInt64(NumberText(), out value);
        CheckLate();
        return read;
    }

    /// <summary>Reads a decimal number, written as a number or as a string that holds one. Digits beyond the precision are rounded.</summary>
    /// <param name="value">The number, 0 when there is none.</param>
    /// <returns>Whether this is a number in the range of <see cref="decimal"/>.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        bool read = JsonScalars.TryGetDecimal(NumberText(), out value);
        CheckLate();
        return read;
    }

    /// <summary>Reads a floating-point number, written as a number or as a string that holds one.</summary>
    /// <param name="value">The number, 0 when there is none.</param>
    /// <returns>Whether this is a finite number.</returns>
    public bool TryGetDouble(out double value)
    {
        bool read = JsonScalars.TryGetDouble(NumberText(), out value);
        CheckLate();
        return read;
    }

    /// <summary>Reads a time, written as whole seconds since 1970-01-01T00:00:00Z in a number or a string.</summary>
    /// <param name="value">The time in UTC, the default when there is none.</param>
    /// <returns>Whether this is a time in the range of <see cref="DateTimeOffset"/>.</returns>
    public bool TryGetUnixTime(out DateTimeOffset value)
    {
        bool read = JsonScalars.TryGetUnixTime(NumberText(), out value);
        CheckLate();
        return read;
    }

    /// <summary>Reads a boolean, written as such or as the string <c>"true"</c> or <c>"false"</c>.</summary>
    /// <param name="value">The value, false when there is none.</param>
    /// <returns>Whether this is a boolean.</returns>
    public bool TryGetBoolean(out bool value)
    {
        bool read = JsonScalars.TryGetBoolean(Kind is JsonKind.True or JsonKind.False or JsonKind.String ? _document!.ReadUtf8(_version, _node) : default, out value);
        CheckLate();
        return read;
    }

    /// <summary>Enumerates the members of an object in the order received, equal names included.</summary>
    /// <returns>The members; none when this is no object.</returns>
    public RawJsonObject EnumerateObject() => new(this);

    /// <summary>Enumerates the elements of an array.</summary>
    /// <returns>The elements; none when this is no array.</returns>
    public RawJsonArray EnumerateArray() => new(this);

    /// <summary>Copies the bytes as they were received.</summary>
    /// <returns>A new array, empty when absent.</returns>
    public byte[] ToArray() => _document is null ? [] : _document.ReadCopy(_version, _node);

    /// <summary>Writes the value as it was received, escapes included.</summary>
    /// <param name="writer">Takes a value, or null when this is absent.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!IsPresent)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteRawValue(ToArray(), skipInputValidation: true);
    }

    /// <summary>Describes the value without its content, so that it may be logged.</summary>
    /// <returns>Its kind and size.</returns>
    public override string ToString()
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Kind} ({Utf8.Length} bytes)");
        }
        catch (ObjectDisposedException)
        {
            return "Disposed";
        }
    }

    private ReadOnlySpan<byte> NumberText() => Kind is JsonKind.Number or JsonKind.String ? _document!.ReadUtf8(_version, _node) : default;

    private void CheckLate() => _document?.ThrowIfLate(_version);
}
