namespace WaGen;

/// <summary>What became of a body.</summary>
/// <param name="Result">How processing ended.</param>
/// <param name="Events">Events that were found.</param>
/// <param name="Unhandled">Events that no handler took, and parts that are no event.</param>
/// <param name="Failed">Events and unhandled parts on which a handler or the hook failed, or that were not started because processing was stopped.</param>
/// <param name="Fault">Why the body is not JSON; null when it is or was not parsed.</param>
public readonly record struct WebhookOutcome(WebhookResult Result, int Events, int Unhandled, int Failed, JsonFault? Fault)
{
    /// <summary>Gets how many events and unhandled parts needed nothing, because everything had run on them before.</summary>
    public int Duplicates { get; init; }

    /// <summary>
    /// Gets how many events and unhandled parts are not done yet, because another delivery of them is being handled or the deduplication store could not be asked.
    /// </summary>
    public int Deferred { get; init; }

    /// <summary>Gets the offset of the first byte that is not JSON, counted from 0; null when there is none.</summary>
    public long? BytePosition => Fault?.Position;
}
