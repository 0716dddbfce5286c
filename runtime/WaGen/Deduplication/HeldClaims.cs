namespace WaGen;

/// <summary>Claims of scoped handlers that were called: how they ended is certain only when their scope is disposed, because a scope may commit their work.</summary>
internal sealed class HeldClaims(Deduplicator deduplicator)
{
    private readonly List<(DeduplicationClaim Claim, CallResult Result)> _claims = [];

    public void Add(DeduplicationClaim claim, CallResult result) => _claims.Add((claim, result));

    /// <summary>Notes how all of them ended.</summary>
    /// <param name="tally">The event so far.</param>
    /// <param name="disposed">Whether the scope was disposed without a fault.</param>
    /// <param name="stopped">Whether the host stops.</param>
    /// <returns>The event with them.</returns>
    public async ValueTask<HandlerTally> SettleAsync(HandlerTally tally, bool disposed, bool stopped)
    {
        foreach ((DeduplicationClaim claim, CallResult called) in _claims)
        {
            CallResult result = disposed ? called : CallResult.Failed;
            tally.Add(await deduplicator.SettleAsync(claim, result, stopped).ConfigureAwait(false));
        }

        return tally;
    }
}
