namespace WaGen;

/// <summary>What a store answers to a claim.</summary>
public readonly struct DeduplicationResult
{
    private DeduplicationResult(DeduplicationStatus status, DeduplicationClaim claim, DeduplicationOutcome outcome)
    {
        Status = status;
        Claim = claim;
        Outcome = outcome;
    }

    /// <summary>Gets the answer that the handler is running at the moment. The default value is the same.</summary>
    public static DeduplicationResult InProgress => default;

    /// <summary>Gets whether the handler may run.</summary>
    public DeduplicationStatus Status { get; }

    /// <summary>Gets the claim; meaningful when <see cref="Status"/> is <see cref="DeduplicationStatus.Claimed"/>.</summary>
    public DeduplicationClaim Claim { get; }

    /// <summary>Gets how it ended; meaningful when <see cref="Status"/> is <see cref="DeduplicationStatus.Completed"/>.</summary>
    public DeduplicationOutcome Outcome { get; }

    /// <summary>Answers that the handler may run.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>The answer.</returns>
    public static DeduplicationResult Claimed(DeduplicationClaim claim) => new(DeduplicationStatus.Claimed, claim, default);

    /// <summary>Answers that the handler has run before.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <returns>The answer.</returns>
    public static DeduplicationResult Completed(DeduplicationOutcome outcome) => new(DeduplicationStatus.Completed, default, outcome);
}
