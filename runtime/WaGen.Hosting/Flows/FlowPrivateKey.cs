namespace WaGen;

/// <summary>A private key that decrypts what arrives at the data endpoints of Flows.</summary>
public sealed class FlowPrivateKey
{
    /// <summary>The key as PEM: RSA of 2048 bits, PKCS #8 or PKCS #1, encrypted or not.</summary>
    /// <value>Empty by default; it has to be set.</value>
    public string Pem { get; set; } = string.Empty;

    /// <summary>What the key is encrypted with.</summary>
    /// <value>Null by default, for a key that is not encrypted.</value>
    public string? Passphrase { get; set; }

    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowPrivateKey);
}
