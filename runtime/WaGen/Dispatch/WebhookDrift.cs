using WaGen.Runtime;

namespace WaGen;

/// <summary>One difference between a body and its schema that did not keep an event from being handled.</summary>
public readonly struct WebhookDrift
{
    private readonly WebhookDocument? _document;
    private readonly int _version;
    private readonly int _index;
    private readonly int _node;

    internal WebhookDrift(WebhookDocument document, int index)
    {
        _document = document;
        _version = document.Version;
        _index = index;
        DriftEntry entry = document.Drift[index];
        _node = entry.Node;
        Kind = entry.Kind;
    }

    /// <summary>Gets what differs.</summary>
    public DriftKind Kind { get; }

    /// <summary>Gets the name of the field, null for a difference in the envelope.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? Field
    {
        get
        {
            string? name = _document?.FindDriftField(_index)?.Name;
            _document?.ThrowIfLate(_version);
            return name;
        }
    }

    /// <summary>Gets the way from the root to the member, without array indexes, such as <c>a[].b.c[].d</c>. Unknown names are text of the sender.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string Path => _document is null ? string.Empty : TapePath.Get(_document, _version, _node, indexes: false);

    /// <summary>Returns the kind, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => Kind.ToString();
}
