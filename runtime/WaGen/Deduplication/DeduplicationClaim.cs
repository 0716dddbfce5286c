namespace WaGen;

/// <summary>The right to run one handler on one event, until the lease is over.</summary>
/// <param name="Key">The event and the handler.</param>
/// <param name="Token">Differs between any two claims of a key: whoever holds an old one can no longer change anything.</param>
/// <param name="Attempt">Which attempt this is, counted from 1. Attempts that were released without being counted do not count.</param>
public readonly record struct DeduplicationClaim(DeduplicationKey Key, long Token, int Attempt);
