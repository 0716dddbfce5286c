namespace WaGen;

/// <summary>Why nobody knows whether a request took effect.</summary>
public enum OutcomeUnknownReason
{
    /// <summary>The connection broke after the request had begun to be sent.</summary>
    ConnectionBroke,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>A server on the way answered 5xx, without an error of the API.</summary>
    ServerError,

    /// <summary>The request succeeded by its status, but the answer could not be read.</summary>
    UnreadableAnswer,
}
