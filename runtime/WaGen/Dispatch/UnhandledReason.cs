namespace WaGen;

/// <summary>Why a received body or a part of it is not handled.</summary>
public enum UnhandledReason
{
    /// <summary>No reason: the default value.</summary>
    None,

    /// <summary>The body was signed and is not JSON.</summary>
    NotJson,

    /// <summary>The body belongs to another product.</summary>
    OtherProduct,

    /// <summary>A part of the envelope is missing or has another JSON kind than its schema says.</summary>
    MalformedEnvelope,

    /// <summary>No schema describes the field.</summary>
    UnknownField,

    /// <summary>The value of a known field holds no event.</summary>
    NoEvent,

    /// <summary>An item stands where an object is due and is none.</summary>
    MalformedItem,

    /// <summary>The member that says what an item is holds no string.</summary>
    MalformedDiscriminator,

    /// <summary>The content of an item has another container kind than its schema says.</summary>
    MalformedContent,

    /// <summary>The item says that it is something no schema describes.</summary>
    UnknownEvent,

    /// <summary>No handler is registered for the event, or each one left it.</summary>
    NotHandled,

    /// <summary>A handler failed on the event as often as it may.</summary>
    HandlerFailed,
}
