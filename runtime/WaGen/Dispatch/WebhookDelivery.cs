using WaGen.Runtime;

namespace WaGen;

/// <summary>What the delivery says about one event: where it stands, and what tells it from others.</summary>
/// <remarks>Each member reads the received body when it is asked; absent parts read as null. Lives as long as the event.</remarks>
public readonly struct WebhookDelivery
{
    private const int ScratchBytes = 256;

    private readonly WebhookItem _item;

    internal WebhookDelivery(WebhookItem item) => _item = item;

    /// <summary>Gets the name of the field on the wire; empty when the event is absent.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string Field => _item.IsPresent ? _item.Read().Field!.Name : string.Empty;

    /// <summary>Gets the name of the kind of event; empty when the event is absent.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string Event => EventInfo?.Name ?? string.Empty;

    /// <summary>Gets the id of the entry that the event stands in, null when absent.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? EntryId =>
        _item.IsPresent && _item.Read().EntryId is int node and not 0 ? _item.Document!.ReadText(_item.Version, node) : null;

    /// <summary>Gets what makes two deliveries the same event (its parts joined by a slash), null when the event has no identity.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? Identity
    {
        get
        {
            if (!_item.IsPresent)
            {
                return null;
            }

            var key = new WebhookKey(stackalloc byte[ScratchBytes]);
            _item.Read().Field!.WriteIdentity(_item, ref key);
            return Finish(ref key);
        }
    }

    /// <summary>Gets what events must be handled one after the other, null when the event has no order.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? OrderKey
    {
        get
        {
            if (!_item.IsPresent)
            {
                return null;
            }

            var key = new WebhookKey(stackalloc byte[ScratchBytes]);
            _item.Read().Field!.WriteOrderKey(_item, ref key);
            return Finish(ref key);
        }
    }

    /// <summary>Gets the name of the secret that verified the body, null when it was not verified here.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? App
    {
        get
        {
            string? app = _item.Document?.App;
            _item.Document?.ThrowIfLate(_item.Version);
            return app;
        }
    }

    /// <summary>Gets the way from the root of the body to the event, such as <c>a[0].b.c[3]</c>; empty when the event is absent.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string Path => _item.IsPresent ? TapePath.Get(_item.Document!, _item.Version, _item.Read().Node, indexes: true) : string.Empty;

    internal WebhookItem Item => _item;

    private WebhookEventInfo? EventInfo
    {
        get
        {
            if (!_item.IsPresent)
            {
                return null;
            }

            RoutedItem item = _item.Read();
            return item.Field!.Events[item.Event];
        }
    }

    /// <summary>Returns field and event, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => _item.IsPresent ? $"{Field} {Event}" : string.Empty;

    private string? Finish(ref WebhookKey key)
    {
        string? text = key.ToString();
        key.Dispose();
        _item.Document!.ThrowIfLate(_item.Version);
        return text;
    }
}
