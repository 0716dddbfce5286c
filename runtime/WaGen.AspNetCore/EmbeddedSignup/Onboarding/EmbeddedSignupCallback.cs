namespace WaGen;

/// <summary>Where the webhooks about messages of one account go, instead of the address of the app.</summary>
/// <param name="Address">The address, which must answer the verification at once; at most 200 characters.</param>
/// <param name="VerifyToken">What the verification brings.</param>
public sealed record EmbeddedSignupCallback(Uri Address, string VerifyToken)
{
    /// <summary>Returns the address, without the token.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => Address.ToString();
}
