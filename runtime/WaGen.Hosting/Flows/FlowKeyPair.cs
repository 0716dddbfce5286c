namespace WaGen;

/// <summary>A new pair of keys for the data endpoints of Flows: RSA of 2048 bits, both as PEM.</summary>
/// <param name="PrivateKey">The private key, PKCS #8, for <see cref="FlowEndpointOptions.PrivateKey"/>. Keep it where secrets are kept.</param>
/// <param name="PublicKey">The public key, for the operation <c>SetEncryptionKey</c> of each business phone number.</param>
public sealed record FlowKeyPair(string PrivateKey, string PublicKey)
{
    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowKeyPair);
}
