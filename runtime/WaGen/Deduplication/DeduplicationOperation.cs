namespace WaGen;

/// <summary>What a store was asked to do.</summary>
public enum DeduplicationOperation
{
    /// <summary>To give out a claim. When that fails, the handler does not run and the sender is told to come again.</summary>
    Claim,

    /// <summary>To note how a handler ended. When that fails, the handler can run once more after its lease.</summary>
    Complete,

    /// <summary>To take a claim back. When that fails, the handler cannot run again before its lease is over.</summary>
    Release,
}
