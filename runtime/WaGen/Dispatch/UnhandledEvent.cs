using WaGen.Runtime;

namespace WaGen;

/// <summary>A received body, or a part of it, that no handler took.</summary>
/// <remarks>Lives until the whole body is processed, like every view; copy what is needed longer with <see cref="ToArray"/>.</remarks>
public readonly struct UnhandledEvent
{
    private readonly WebhookDocument? _document;
    private readonly int _version;
    private readonly int _index;

    internal UnhandledEvent(WebhookDocument document, int version, int index, UnhandledReason reason)
    {
        _document = document;
        _version = version;
        _index = index;
        Reason = reason;
    }

    /// <summary>Gets why nobody took it.</summary>
    public UnhandledReason Reason { get; }

    /// <summary>Gets the contract that the body was read with, null for the default value.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public WebhookContract? Contract
    {
        get
        {
            WebhookContract? contract = _document?.Contract;
            _document?.ThrowIfLate(_version);
            return contract;
        }
    }

    /// <summary>Gets the name of the field, null when the part has none. The name of an unknown field is text of the sender.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? Field
    {
        get
        {
            RoutedItem item = Read();
            return item.Field?.Name ?? (item.FieldName == 0 ? null : _document!.ReadText(_version, item.FieldName));
        }
    }

    /// <summary>Gets the name of the kind of event, null when it is not known.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? Event
    {
        get
        {
            RoutedItem item = Read();
            return item is { Field: { } known, Reason: UnhandledReason.None } ? known.Events[item.Event].Name : null;
        }
    }

    /// <summary>Gets the id of the entry, null when absent.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? EntryId => Read().EntryId is int node and not 0 ? _document!.ReadText(_version, node) : null;

    /// <summary>Gets the way from the root of the body to the part, such as <c>a[0].b</c>; empty for the whole body.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string Path => _document is null || IsWhole ? string.Empty : TapePath.Get(_document, _version, Read().Node, indexes: true);

    /// <summary>Gets the name of the secret that verified the body, null when it was not verified here.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? App
    {
        get
        {
            string? app = _document?.App;
            _document?.ThrowIfLate(_version);
            return app;
        }
    }

    /// <summary>Gets the bytes as received. They are good until the next <c>await</c>.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public ReadOnlySpan<byte> Utf8
    {
        get
        {
            if (_document is null)
            {
                return default;
            }

            return IsWhole ? _document.ReadBody(_version) : _document.ReadRaw(_version, Read().Node);
        }
    }

    /// <summary>Gets the part as JSON; absent when the body is not JSON.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public RawJson Json => _document is null || IsWhole ? default : new RawJson(_document, _version, Read().Node);

    /// <summary>Gets the offset of the first byte that is not JSON, counted from 0; null for any other reason.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public long? BytePosition
    {
        get
        {
            if (!IsWhole)
            {
                return null;
            }

            JsonFault fault = _document!.Fault;
            _document.ThrowIfLate(_version);
            return fault.Position;
        }
    }

    private bool IsWhole => Reason == UnhandledReason.NotJson && _document is not null;

    /// <summary>Copies the bytes as received.</summary>
    /// <returns>The copy; empty for the default value.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public byte[] ToArray()
    {
        byte[] copy = Utf8.ToArray();
        _document?.ThrowIfLate(_version);
        return copy;
    }

    /// <summary>Returns the reason, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => Reason.ToString();

    private RoutedItem Read() => _document is null || IsWhole ? default : _document.ReadItem(_version, _index);
}
