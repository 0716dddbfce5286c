namespace WaGen;

/// <summary>Why a request to a webhook endpoint was refused before any event was handled.</summary>
public enum WebhookRejection
{
    /// <summary>The signature header is missing or malformed.</summary>
    SignatureHeader,

    /// <summary>The media type is missing or not JSON, the charset is not UTF-8, or a content encoding was applied.</summary>
    MediaType,

    /// <summary>The body is larger than <see cref="WhatsAppWebhookOptions.MaxBodyBytes"/>.</summary>
    TooLarge,

    /// <summary>No secret fits the signature.</summary>
    Signature,

    /// <summary>The body is signed but is not a JSON object.</summary>
    NotJson,

    /// <summary>The sender went away, or was too slow, before the body was complete.</summary>
    Incomplete,

    /// <summary>A handshake had another mode than <c>subscribe</c>, an unknown verify token, or no challenge.</summary>
    Handshake,
}
