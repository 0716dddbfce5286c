using System.Buffers;
using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>One event within its body. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WebhookItem
{
    private readonly WebhookDocument? _document;
    private readonly int _version;
    private readonly int _index;

    internal WebhookItem(WebhookDocument document, int version, int index)
    {
        _document = document;
        _version = version;
        _index = index;
    }

    /// <summary>Gets whether there is an event.</summary>
    public bool IsPresent => _document is not null;

    /// <summary>Gets the kind of event, an index into the events of the field; 0 for an absent item.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public int Event => _document is null ? 0 : _document.ReadEvent(_version, _index).Event;

    /// <summary>Gets the view of the event.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public JsonView View => _document is null ? default : new JsonView(_document, _version, _document.ReadEvent(_version, _index).Block);

    /// <summary>Reads kind and view of the event at once.</summary>
    /// <param name="view">The view of the event.</param>
    /// <returns>The kind of event; 0 for an absent item.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public int Open(out JsonView view)
    {
        view = default;
        if (_document is null)
        {
            return 0;
        }

        (int kind, int block) = _document.ReadEvent(_version, _index);
        view = new JsonView(_document, _version, block);
        return kind;
    }

    /// <summary>Gets the view of the value that the event stands in.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public JsonView Value => _document is null ? default : new JsonView(_document, _version, _document.ReadValue(_version, Read()).Block);

    /// <summary>Gets how the event arrived: names, identity, entry, path.</summary>
    public WebhookDelivery Delivery => new(this);

    /// <summary>Gets the services of the application that received the event, null when it was read by hand.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public IServiceProvider? Services
    {
        get
        {
            IServiceProvider? services = _document?.Services;
            _document?.ThrowIfLate(_version);
            return services;
        }
    }

    internal WebhookDocument? Document => _document;

    internal int Version => _version;

    internal int Index => _index;

    /// <summary>Returns the item of an event's view.</summary>
    /// <param name="eventView">The view of the event.</param>
    /// <returns>The item; an absent one when the view is absent or no event.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public static WebhookItem Of(JsonView eventView) =>
        eventView.Document is { } document && document.FindItem(eventView.Version, eventView.Block) is >= 0 and int index
            ? new WebhookItem(document, eventView.Version, index)
            : default;

    /// <summary>Reads a whole body that holds exactly one event into memory of its own.</summary>
    /// <param name="contract">The contract of the provider.</param>
    /// <param name="utf8Json">The body.</param>
    /// <param name="field">The field of the event.</param>
    /// <param name="firstEvent">The first kind of event that is accepted.</param>
    /// <param name="eventCount">How many kinds of events are accepted.</param>
    /// <returns>The event.</returns>
    /// <exception cref="FormatException">The body is not JSON, or does not hold exactly one event of these kinds.</exception>
    public static WebhookItem Parse(WebhookContract contract, ReadOnlySpan<byte> utf8Json, WebhookField field, int firstEvent, int eventCount) =>
        DetachedItem.Parse(contract, utf8Json.ToArray(), field, firstEvent, eventCount);

    /// <summary>Returns an object of the envelope that the event stands in.</summary>
    /// <param name="level">0 for the outermost object that was entered.</param>
    /// <returns>The view; an absent one when there is no such level.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public JsonView Ancestor(int level) =>
        _document is null ? default : new JsonView(_document, _version, _document.FindAncestor(_version, Read().Ancestor, level));

    /// <summary>Says that this handler leaves the event. When all handlers do, it goes to the unhandled hook.</summary>
    /// <returns>A completed task, for the handler to return.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public ValueTask Unhandled()
    {
        _document?.MarkLeft(_version, _index);
        return default;
    }

    /// <summary>Finds the first element of a list of the value that names the event.</summary>
    /// <param name="listSlot">The slot of the list in the value.</param>
    /// <param name="elementName">The member of the element, as on the wire.</param>
    /// <param name="eventSlot">The slot of the member of the event. Absent and empty members never match.</param>
    /// <param name="found">The element; an absent view when none matches.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public bool TryMatch(int listSlot, ReadOnlySpan<byte> elementName, int eventSlot, out JsonView found) =>
        TryMatch(Value, listSlot, elementName, eventSlot, out found);

    /// <summary>Finds the first element of a list within the value that names the event.</summary>
    /// <param name="owner">The object of the value that has the list.</param>
    /// <param name="listSlot">The slot of the list in its object.</param>
    /// <param name="elementName">The member of the element, as on the wire.</param>
    /// <param name="eventSlot">The slot of the member of the event. Absent and empty members never match.</param>
    /// <param name="found">The element; an absent view when none matches.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public bool TryMatch(JsonView owner, int listSlot, ReadOnlySpan<byte> elementName, int eventSlot, out JsonView found)
    {
        found = _document is null
            ? default
            : new JsonView(_document, _version, _document.FindMatch(_version, Read(), owner.Block, listSlot, elementName, eventSlot));
        return found.IsPresent;
    }

    /// <summary>Reads who talks to whom.</summary>
    /// <param name="paths">The paths of all parts: parts end with a line break, alternatives with a bar; a caret leads to what was looked up.</param>
    /// <param name="part">The number of the part; the first one is relative to the value around the event, the others to the event.</param>
    /// <param name="lookup">The element that was looked up for the event.</param>
    /// <returns>The text; null when it is absent or empty.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public string? ReadConversation(ReadOnlySpan<byte> paths, int part, JsonView lookup = default) => ConversationPart.Read(this, paths, part, lookup);

    /// <summary>Copies the event and its context into memory of their own.</summary>
    /// <returns>The same event; an absent item stays absent.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public WebhookItem Detach() => _document is null ? default : DetachedItem.Create(this);

    /// <summary>Writes the event as a body of its own. An absent item writes nothing.</summary>
    /// <remarks>
    /// Envelope objects keep their other members; arrays on the way keep the one element; other event arrays of the value are left out;
    /// lists that the event looks something up in keep what it finds, and nothing of others.
    /// </remarks>
    /// <param name="output">Where the body goes.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_document is not null)
        {
            MinimalBody.Write(this, output);
        }
    }

    /// <summary>Finds a string or number of the innermost envelope object that has a member of the name.</summary>
    internal RawJson FindOuter(ReadOnlySpan<byte> name) =>
        _document?.FindOuter(_version, Read(), name) is int node and not 0 ? new RawJson(_document, _version, node) : default;

    /// <summary>Reads the places of the item.</summary>
    internal RoutedItem Read() => _document!.ReadItem(_version, _index);
}
