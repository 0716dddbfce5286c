using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>The bound members of one JSON object. Plumbing of generated code, which wraps it in a typed view.</summary>
/// <remarks>
/// The default value is an absent object: every member of it is absent too. Reading is safe from many threads.
/// All members that read throw <see cref="ObjectDisposedException"/> once the body's processing is over.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct JsonView
{
    private readonly WebhookDocument? _document;
    private readonly int _version;
    private readonly int _block;

    internal JsonView(WebhookDocument document, int version, int block)
    {
        // An absent view holds no document, so that it never can be late.
        _document = block == 0 ? null : document;
        _version = version;
        _block = block;
    }

    /// <summary>Gets a value indicating whether the object was received.</summary>
    public bool IsPresent => _document is not null;

    /// <summary>Gets the object as it was received; absent when this view is.</summary>
    public RawJson Json => _document is null ? default : new RawJson(_document, _version, ReadAt(WebhookDocument.BlockNode));

    /// <summary>Gets the variant that the object was bound as; 0 when it is no union or this view is absent.</summary>
    public int Variant => ReadAt(WebhookDocument.BlockVariant);

    /// <summary>Gets the document, null when absent.</summary>
    internal WebhookDocument? Document => _document;

    /// <summary>Gets the version of the document that this view belongs to.</summary>
    internal int Version => _version;

    /// <summary>Gets the index of the block, 0 when absent.</summary>
    internal int Block => _block;

    /// <summary>Tells whether a member was received, is not null and could be read.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>Whether the member has a value.</returns>
    public bool IsSet(int slot) => Read(slot) != 0;

    /// <summary>Gets the text of a string or number.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>A new string with escapes decoded (a lone surrogate becomes U+FFFD), or null when absent.</returns>
    public string? GetText(int slot) => Read(slot) is int node and not 0 ? _document!.ReadText(_version, node) : null;

    /// <summary>Gets the text of an identifier. An empty one reads as null.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>A new string, or null when absent or empty.</returns>
    public string? GetId(int slot) => GetText(slot) is { Length: > 0 } id ? id : null;

    /// <summary>Gets the text of a string or number without making a string.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The text as UTF-8 with escapes decoded, empty when absent. It is good until the next <c>await</c>.</returns>
    public ReadOnlySpan<byte> GetUtf8(int slot) => Read(slot) is int node and not 0 ? _document!.ReadUtf8(_version, node) : default;

    /// <summary>Tells whether a string or number has the given text.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="utf8">The text to compare with.</param>
    /// <returns>Whether the member is present and equal, byte for byte.</returns>
    public bool TextEquals(int slot, ReadOnlySpan<byte> utf8) => Read(slot) is int node and not 0 && _document!.ReadTextEquals(_version, node, utf8);

    /// <summary>Gets a whole number.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The number, or null when absent or no whole number of 64 bits.</returns>
    public long? GetInt64(int slot) => GetRaw(slot).TryGetInt64(out long value) ? value : null;

    /// <summary>Gets a decimal number.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The number, or null when absent or out of range.</returns>
    public decimal? GetDecimal(int slot) => GetRaw(slot).TryGetDecimal(out decimal value) ? value : null;

    /// <summary>Gets a floating-point number.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The number, or null when absent or out of range.</returns>
    public double? GetDouble(int slot) => GetRaw(slot).TryGetDouble(out double value) ? value : null;

    /// <summary>Gets a boolean.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The value, or null when absent.</returns>
    public bool? GetBoolean(int slot) => GetRaw(slot).TryGetBoolean(out bool value) ? value : null;

    /// <summary>Gets a time that was received as seconds since 1970-01-01T00:00:00Z.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The time in UTC, or null when absent or out of range.</returns>
    public DateTimeOffset? GetUnixTime(int slot) => GetRaw(slot).TryGetUnixTime(out DateTimeOffset value) ? value : null;

    /// <summary>Gets a scalar or raw member as it was received.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The value, absent when the member is.</returns>
    public RawJson GetRaw(int slot) => Read(slot) is int node and not 0 ? new RawJson(_document!, _version, node) : default;

    /// <summary>Gets an object member.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The object's members, absent when the member is.</returns>
    public JsonView GetObject(int slot) => At(Read(slot));

    /// <summary>Gets an array of objects.</summary>
    /// <typeparam name="T">The view of an element.</typeparam>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The elements, absent when the member is.</returns>
    public ViewList<T> GetList<T>(int slot)
        where T : struct, IJsonView<T> => new(GetObject(slot));

    /// <summary>Gets an array of strings.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The elements, absent when the member is.</returns>
    public TextList GetTexts(int slot) => new(GetObject(slot));

    /// <summary>Gets an object with arbitrary names and objects as values.</summary>
    /// <typeparam name="T">The view of a value.</typeparam>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The entries, absent when the member is.</returns>
    public ViewMap<T> GetMap<T>(int slot)
        where T : struct, IJsonView<T> => new(GetObject(slot));

    /// <summary>Gets an object with arbitrary names and strings as values.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The entries, absent when the member is.</returns>
    public TextMap GetTextMap(int slot) => new(GetObject(slot));

    /// <summary>Gets the name under which a scalar or raw member was received.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The name with escapes decoded, empty when the member is absent. It is good until the next <c>await</c>.</returns>
    public ReadOnlySpan<byte> GetWireName(int slot) => Read(slot) is int node and not 0 ? _document!.ReadUtf8(_version, node - 1) : default;

    /// <summary>Gets the name under which an object, array or map member was received.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The name with escapes decoded, empty when the member is absent. It is good until the next <c>await</c>.</returns>
    public ReadOnlySpan<byte> GetContainerWireName(int slot) =>
        Read(slot) is int block and not 0 ? _document!.ReadUtf8(_version, _document.ReadSlot(_version, block) - 1) : default;

    /// <summary>Reads a place of the block, 0 when absent.</summary>
    internal int ReadAt(int offset) => _document is null ? 0 : _document.ReadSlot(_version, _block + offset);

    /// <summary>Wraps another block of the same document.</summary>
    internal JsonView At(int block) => block == 0 || _document is null ? default : new JsonView(_document, _version, block);

    private int Read(int slot) => ReadAt(slot + WebhookDocument.BlockHeader);
}
