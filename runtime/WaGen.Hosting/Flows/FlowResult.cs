namespace WaGen;

/// <summary>How a request to the data endpoint of a Flow ended.</summary>
public enum FlowResult
{
    /// <summary>The handler has answered. HTTP 200.</summary>
    Answered,

    /// <summary>It was the platform's check that the endpoint works. HTTP 200.</summary>
    Checked,

    /// <summary>The platform told about an answer that it could not use, and got its acknowledgement. HTTP 200.</summary>
    Acknowledged,

    /// <summary>The handler said that the token of the Flow is no longer valid. HTTP 427.</summary>
    TokenNoLongerValid,

    /// <summary>The signature header is missing or malformed, or no secret fits. HTTP 432.</summary>
    InvalidSignature,

    /// <summary>No private key fits, or the content was changed. HTTP 421.</summary>
    NotDecrypted,

    /// <summary>It is signed, but not what the platform sends. HTTP 400.</summary>
    Malformed,

    /// <summary>The media type is not JSON in UTF-8, or a content encoding was applied. HTTP 415.</summary>
    MediaType,

    /// <summary>The body is larger than <see cref="FlowEndpointOptions.MaxBodyBytes"/>. HTTP 413.</summary>
    TooLarge,

    /// <summary>The sender went away, or was too slow, before the body was complete or the answer was there. HTTP 400.</summary>
    Incomplete,

    /// <summary>The handler has thrown, or gave an answer that breaks limits. HTTP 500.</summary>
    HandlerFailed,

    /// <summary>The handler took longer than <see cref="FlowEndpointOptions.AnswerTimeout"/>. HTTP 500.</summary>
    TimedOut,
}
