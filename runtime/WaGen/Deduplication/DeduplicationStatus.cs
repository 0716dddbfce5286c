namespace WaGen;

/// <summary>Whether a handler may run on an event now.</summary>
public enum DeduplicationStatus
{
    /// <summary>No: it is running at the moment. The default, so that an answer that says nothing starts nothing.</summary>
    InProgress,

    /// <summary>Yes: whoever asked holds the claim.</summary>
    Claimed,

    /// <summary>No: it has run before.</summary>
    Completed,
}
