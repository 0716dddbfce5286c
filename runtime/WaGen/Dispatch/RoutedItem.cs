namespace WaGen.Runtime;

/// <summary>One event, or one part of a body that is no event. Holds places in the document, never content.</summary>
internal struct RoutedItem
{
    /// <summary>The field, or null when the part belongs to none that is known.</summary>
    public WebhookField? Field;

    /// <summary>Why this is no event; <see cref="UnhandledReason.None"/> for an event.</summary>
    public UnhandledReason Reason;

    /// <summary>The kind of event, an index into the events of the field.</summary>
    public int Event;

    /// <summary>The tape index of the event or part.</summary>
    public int Node;

    /// <summary>The block of the event; 0 for a part that is no object.</summary>
    public int Block;

    /// <summary>The value that the item stands in, counted from 1 in the document's values, or 0.</summary>
    public int Value;

    /// <summary>The innermost envelope object, an index into the document's ancestors, or 0.</summary>
    public int Ancestor;

    /// <summary>The tape index of the entry's id, or 0.</summary>
    public int EntryId;

    /// <summary>The tape index of the field's name, or 0.</summary>
    public int FieldName;

    /// <summary>The version of the document plus 1 when the handler that runs has left the event.</summary>
    public long Left;
}
