namespace WaGen.Client;

/// <summary>At which point a request failed.</summary>
internal enum ApiFailureKind
{
    /// <summary>An answer came, and it was no success.</summary>
    Answered,

    /// <summary>Nothing was sent, because the server could not be reached.</summary>
    NotSent,

    /// <summary>Nothing was sent, because a limit of the client would have let the request wait too long.</summary>
    Held,

    /// <summary>The connection broke after the request had begun to be sent.</summary>
    ConnectionBroke,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>The answer was a success that could not be read.</summary>
    Unreadable,
}
