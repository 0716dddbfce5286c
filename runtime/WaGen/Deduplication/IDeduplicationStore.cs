namespace WaGen;

/// <summary>Remembers which handler has run on which event, so that an event that is delivered again is not handled again.</summary>
/// <remarks>
/// <para>Called by many threads at once; a durable store also by many processes. Each method must be atomic for its key: of any number of callers that claim a key
/// at the same time, one gets it.</para>
/// <para>A fault of <see cref="ClaimAsync"/> keeps the handler from running: the sender is told to deliver the body again.</para>
/// </remarks>
public interface IDeduplicationStore
{
    /// <summary>Claims a key.</summary>
    /// <param name="key">The event and the handler.</param>
    /// <param name="lease">How long the claim holds at most. After it the key can be claimed again, which counts as a further attempt.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>The claim with the number of the attempt; or how the handler ended before; or that another claim holds.</returns>
    ValueTask<DeduplicationResult> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Notes how the handler ended. The key can be claimed again when the window of the store is over, not before.</summary>
    /// <param name="claim">The claim. Its lease may be over, as long as nobody has claimed the key since.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>Whether the claim still held; when it did not, nothing is changed.</returns>
    ValueTask<bool> CompleteAsync(DeduplicationClaim claim, DeduplicationOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Takes a claim back: the key can be claimed again at once.</summary>
    /// <param name="claim">The claim. Its lease may be over, as long as nobody has claimed the key since.</param>
    /// <param name="countAttempt">Whether the attempt counts: true when the handler failed, false when it was kept from running to its end.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>Whether the claim still held; when it did not, nothing is changed.</returns>
    ValueTask<bool> ReleaseAsync(DeduplicationClaim claim, bool countAttempt, CancellationToken cancellationToken);
}
