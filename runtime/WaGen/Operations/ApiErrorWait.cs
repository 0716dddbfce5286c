namespace WaGen;

/// <summary>How the time before another try is found.</summary>
public enum ApiErrorWait
{
    /// <summary>No other try makes sense, or nothing is known.</summary>
    None,

    /// <summary>Growing pauses of the client's own choice.</summary>
    Backoff,

    /// <summary>4 to the power of the number of failures before, in seconds: 1, 4, 16, 64.</summary>
    Pair,

    /// <summary>What the usage headers of the answer say.</summary>
    Usage,

    /// <summary>The time in <see cref="ApiErrorEntry.Delay"/>.</summary>
    Fixed,
}
