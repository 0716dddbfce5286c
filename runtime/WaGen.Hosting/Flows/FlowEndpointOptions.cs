namespace WaGen;

/// <summary>What the data endpoint of Flows needs to know; bound from configuration or set in code.</summary>
/// <remarks>
/// The names of the secrets are those of <see cref="WhatsAppWebhookOptions"/>, so that one section of the configuration serves both. Options are checked when
/// the host starts, and read once.
/// </remarks>
public sealed class FlowEndpointOptions
{
    private const int LargestBody = 1024 * 1024;

    /// <summary>The secret of the app that is linked with the Flow, as shown in the App Dashboard.</summary>
    /// <value>Null by default; one secret at least has to be set here or in <see cref="AppSecrets"/>.</value>
    public string? AppSecret { get; set; }

    /// <summary>Secrets of several apps, or the old and the new one of an app, by a name of your choice.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> AppSecrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The private key as PEM: RSA of 2048 bits. Its public half is set with the operation <c>SetEncryptionKey</c>.</summary>
    /// <value>Null by default; one key at least has to be set here or in <see cref="PrivateKeys"/>.</value>
    /// <remarks>Line breaks may be written as <c>\n</c>. <see cref="FlowEncryption.CreateKeyPair"/> makes one.</remarks>
    public string? PrivateKey { get; set; }

    /// <summary>What <see cref="PrivateKey"/> is encrypted with.</summary>
    /// <value>Null by default, for a key that is not encrypted.</value>
    public string? Passphrase { get; set; }

    /// <summary>Further private keys: of other business phone numbers, or a former one while a new one takes over.</summary>
    /// <value>Empty by default.</value>
    public IList<FlowPrivateKey> PrivateKeys { get; } = [];

    /// <summary>The largest body that is read, in bytes. Exactly this many bytes still pass.</summary>
    /// <value>1,048,576 (1 MiB) by default. Files that users send in a Flow are not part of it, only where they are.</value>
    public int MaxBodyBytes { get; set; } = LargestBody;

    /// <summary>The time after which the token that the handler got is cancelled.</summary>
    /// <value>10 seconds by default: the platform waits no longer. At most 10 minutes.</value>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>All keys in the order of trying.</summary>
    internal IEnumerable<FlowPrivateKey> AllKeys =>
        string.IsNullOrEmpty(PrivateKey) ? PrivateKeys : [new FlowPrivateKey { Pem = PrivateKey, Passphrase = Passphrase }, .. PrivateKeys];
}
