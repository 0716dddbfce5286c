using WaGen.Runtime;

namespace WaGen;

/// <summary>What one webhook endpoint needs to know; bound from configuration or set in code.</summary>
/// <remarks>
/// Options are named, so that one process serves several apps or callback URLs, each with its own secrets and tokens. They are checked when the
/// host starts. Secrets and verify tokens follow a reload of the configuration; a reload that would leave the endpoint without one of
/// either is logged as an error and the former values stay in force. The other options are read once, at start.
/// </remarks>
public sealed class WhatsAppWebhookOptions
{
    private const int LargestBody = 3 * 1024 * 1024;

    /// <summary>The secret of the app whose webhooks arrive, as shown in the App Dashboard.</summary>
    /// <value>Null by default; one secret at least has to be set here or in <see cref="AppSecrets"/>.</value>
    /// <remarks>A delivery that it verified names the app <c>default</c>.</remarks>
    [WebhookSetup(WebhookSetup.Secret, ConfigurationKey = "WhatsApp:AppSecret")]
    public string? AppSecret { get; set; }

    /// <summary>Secrets of several apps, or the old and the new one of an app, by a name of your choice.</summary>
    /// <value>Empty by default. A list in JSON binds with the names <c>0</c>, <c>1</c>, and so on.</value>
    /// <remarks>The name of the secret that fitted is what <see cref="WebhookDelivery.App"/> shows to handlers.</remarks>
    [WebhookSetup(WebhookSetup.Secret, ConfigurationKey = "WhatsApp:AppSecrets")]
    public IDictionary<string, string> AppSecrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The token that Meta repeats when the callback URL is set or changed.</summary>
    /// <value>Null by default; one token at least has to be set here or in <see cref="VerifyTokens"/>.</value>
    [WebhookSetup(WebhookSetup.VerifyToken, ConfigurationKey = "WhatsApp:VerifyToken")]
    public string? VerifyToken { get; set; }

    /// <summary>Further verify tokens, for instance those of callback overrides.</summary>
    /// <value>Empty by default.</value>
    [WebhookSetup(WebhookSetup.VerifyToken, ConfigurationKey = "WhatsApp:VerifyTokens")]
    public IList<string> VerifyTokens { get; } = [];

    /// <summary>The largest body that is read, in bytes. Exactly this many bytes still pass.</summary>
    /// <value>3,145,728 (3 MiB), Meta's limit, by default.</value>
    [WebhookSetup(WebhookSetup.BodyLimit, Minimum = LargestBody)]
    public int MaxBodyBytes { get; set; } = LargestBody;

    /// <summary>How many events of one body are handled at a time.</summary>
    /// <value>1 by default: one after the other, in the order of the body.</value>
    /// <remarks>Above 1, events of one conversation still keep their order.</remarks>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>The time after which the token that one handler call got is cancelled.</summary>
    /// <value><see cref="Timeout.InfiniteTimeSpan"/> by default: only the stop of the host cancels.</value>
    public TimeSpan HandlerTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>How often a handler may fail on one event before the event goes to the unhandled handler and is answered with 200.</summary>
    /// <value>Null by default: as often as Meta delivers the event. Needs deduplication, which counts.</value>
    public int? MaxAttempts { get; set; }

    /// <summary>How events that are delivered again are recognized.</summary>
    /// <value>In the memory of this process by default, for 24 hours.</value>
    public WhatsAppDeduplicationOptions Deduplication { get; } = new();
}
