using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>One field of a contract. Generated code derives one class for each. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WebhookField
{
    private readonly string[] _aliases;
    private readonly WebhookEventInfo[] _events;
    private int _index = -1;

    /// <summary>Describes a field.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="aliases">Other names on the wire.</param>
    /// <param name="handlerType">The generated handler interface.</param>
    /// <param name="events">The kinds of events; <see cref="WebhookItem.Event"/> counts in this order.</param>
    protected WebhookField(string name, string[] aliases, Type handlerType, WebhookEventInfo[] events)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(aliases);
        ArgumentNullException.ThrowIfNull(handlerType);
        ArgumentNullException.ThrowIfNull(events);
        Name = name;
        HandlerType = handlerType;
        _aliases = [.. aliases];
        _events = [.. events];
    }

    /// <summary>Gets the name on the wire.</summary>
    public string Name { get; }

    /// <summary>Gets other names on the wire.</summary>
    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>Gets the generated handler interface.</summary>
    public Type HandlerType { get; }

    /// <summary>Gets the kinds of events.</summary>
    public IReadOnlyList<WebhookEventInfo> Events => _events;

    /// <summary>Gets the contract that the field belongs to.</summary>
    public abstract WebhookContract Contract { get; }

    /// <summary>Gets the place of the field in its contract.</summary>
    internal int Index => _index;

    /// <summary>Binds a value of this field and hands its events to the router.</summary>
    /// <param name="router">The body.</param>
    /// <param name="value">The tape index of the value, an object.</param>
    public abstract void Route(WebhookRouter router, int value);

    /// <summary>Calls the method of a handler that takes the event.</summary>
    /// <param name="handler">An implementation of <see cref="HandlerType"/>.</param>
    /// <param name="item">The event.</param>
    /// <param name="cancellationToken">Goes to the handler.</param>
    /// <returns>The task of the handler.</returns>
    public abstract ValueTask InvokeAsync(object handler, WebhookItem item, CancellationToken cancellationToken);

    /// <summary>Adds what makes two deliveries the same event; adds nothing when the event has no identity.</summary>
    /// <param name="item">The event.</param>
    /// <param name="key">Takes the parts.</param>
    public virtual void WriteIdentity(WebhookItem item, ref WebhookKey key)
    {
    }

    /// <summary>Adds what events must be handled one after the other; adds nothing when the event has no order.</summary>
    /// <param name="item">The event.</param>
    /// <param name="key">Takes the parts.</param>
    public virtual void WriteOrderKey(WebhookItem item, ref WebhookKey key)
    {
    }

    /// <summary>Adds the elements that the lookups of the event find, so that an event alone carries only those elements of their lists.</summary>
    /// <remarks>A list without a match is carried empty, because its elements are about others. The base adds nothing: an event without lookups.</remarks>
    /// <param name="item">The event.</param>
    /// <param name="lookups">Takes the results of <see cref="WebhookItem.TryMatch(int, ReadOnlySpan{byte}, int, out JsonView)"/>.</param>
    public virtual void WriteLookups(WebhookItem item, ref WebhookLookups lookups)
    {
    }

    /// <summary>Reads a whole body that holds exactly one event of this field into memory of its own.</summary>
    /// <param name="utf8Json">The body.</param>
    /// <param name="firstEvent">The first kind of event that is accepted.</param>
    /// <param name="eventCount">How many kinds of events are accepted.</param>
    /// <returns>The view of the event.</returns>
    /// <exception cref="FormatException">The body is not JSON, or does not hold exactly one event of these kinds.</exception>
    public JsonView Parse(ReadOnlySpan<byte> utf8Json, int firstEvent, int eventCount = 1) =>
        WebhookItem.Parse(Contract, utf8Json, this, firstEvent, eventCount).View;

    /// <summary>Takes a place in a contract.</summary>
    /// <exception cref="ArgumentException">The field has a place in another contract already.</exception>
    internal void Join(int index)
    {
        if (Interlocked.CompareExchange(ref _index, index, -1) != -1)
        {
            throw new ArgumentException($"The field '{Name}' belongs to a contract already.", nameof(index));
        }
    }
}
