namespace WaGen;

/// <summary>How the processing of a body ended.</summary>
public enum WebhookResult
{
    /// <summary>Everything was handed over; nothing failed.</summary>
    Accepted,

    /// <summary>No secret fits the signature. Nothing was parsed.</summary>
    InvalidSignature,

    /// <summary>The body is longer than <see cref="WebhookProcessorOptions.MaxBodyBytes"/>. Nothing was checked.</summary>
    TooLarge,

    /// <summary>The body was signed and is not JSON.</summary>
    NotJson,

    /// <summary>A handler or the unhandled hook failed, or processing was stopped; the sender should deliver the body again.</summary>
    HandlerFailed,

    /// <summary>
    /// Nothing failed, but an event is being handled by another delivery at the moment, or the deduplication store could not be asked; the sender should
    /// deliver the body again.
    /// </summary>
    Deferred,
}
