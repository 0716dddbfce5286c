namespace WaGen;

/// <summary>What a token is asked for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Account">The id of the account or number that the operation is about; null when its arguments name none.</param>
public sealed record AccessTokenRequest(ApiOperation Operation, string? Account)
{
    /// <summary>Gets the kinds of token that the operation accepts; it accepts each when the list is empty.</summary>
    public IReadOnlyList<AccessTokenKind> Kinds => Operation.Tokens;

    /// <summary>Names the operation, not the account.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => Operation.Name;
}
