namespace WaGen.Testing;

/// <summary>What a request proves itself with.</summary>
/// <param name="Scheme">The word before the token in the Authorization header; null when the token came in the query.</param>
/// <param name="Token">The token; null without one.</param>
/// <param name="Proof">The proof of the app secret; null without one.</param>
/// <param name="ProofTime">The time that the proof is about, in seconds since 1970 as text; null without one.</param>
internal sealed record RequestSecrets(string? Scheme, string? Token, string? Proof, string? ProofTime)
{
    public static RequestSecrets None { get; } = new(null, null, null, null);

    /// <summary>Returns nothing: all of it is secret.</summary>
    public override string ToString() => nameof(RequestSecrets);
}
