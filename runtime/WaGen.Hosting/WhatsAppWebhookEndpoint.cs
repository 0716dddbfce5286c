using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using WaGen.Hosting;

namespace WaGen;

/// <summary>One endpoint: what an HTTP host needs to answer Meta. <c>MapWhatsAppWebhooks</c> uses it; other hosts can, too.</summary>
/// <remarks>A keyed service under the name of the endpoint. Safe for use by many requests at a time.</remarks>
public sealed class WhatsAppWebhookEndpoint : IDisposable
{
    private readonly ILogger _logger;
    private readonly WebhookMetrics _metrics;
    private volatile VerifyTokenSet _tokens;

    internal WhatsAppWebhookEndpoint(string name, WhatsAppWebhookOptions options, WebhookProcessor processor, ILogger logger, WebhookMetrics metrics)
    {
        Name = name;
        Processor = processor;
        MaxBodyBytes = options.MaxBodyBytes;
        _tokens = new VerifyTokenSet(options);
        _logger = logger;
        _metrics = metrics;
    }

    /// <summary>The name of the endpoint and of its options; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Does everything below HTTP.</summary>
    public WebhookProcessor Processor { get; }

    /// <summary>The largest body to read, in bytes; see <see cref="WhatsAppWebhookOptions.MaxBodyBytes"/>.</summary>
    public int MaxBodyBytes { get; }

    internal OptionsReload? Reload { get; set; }

    /// <summary>Decides about a verification handshake, and logs the decision without the token.</summary>
    /// <param name="mode">The query parameter <c>hub.mode</c>, or null.</param>
    /// <param name="verifyToken">The query parameter <c>hub.verify_token</c>, or null.</param>
    /// <param name="challenge">The query parameter <c>hub.challenge</c>, or null.</param>
    /// <returns>
    /// Whether to answer 200 with the challenge, unchanged, as plain text: the mode is <c>subscribe</c>, the token is one of the configured ones, and
    /// there is a challenge. Otherwise 403 is the answer.
    /// </returns>
    public bool IsHandshake(string? mode, string? verifyToken, [NotNullWhen(true)] string? challenge)
    {
        if (mode == "subscribe" && verifyToken is not null && _tokens.Contains(verifyToken) && challenge is not null)
        {
            _logger.HandshakeAnswered(LogName);
            return true;
        }

        Reject(WebhookRejection.Handshake);
        return false;
    }

    /// <summary>Logs and counts a request that the host refuses before the body reaches the processor.</summary>
    /// <param name="reason">Why.</param>
    public void Reject(WebhookRejection reason)
    {
        _metrics.Rejected(reason);
        if (reason == WebhookRejection.Incomplete)
        {
            _logger.Incomplete(LogName);
        }
        else
        {
            _logger.Rejected(LogName, reason);
        }
    }

    /// <summary>Processes a body inside an activity of the source <see cref="WaGenTelemetry.Name"/>.</summary>
    /// <param name="body">The body as received; it must not be disposed before the task ends.</param>
    /// <param name="signature">The signature from the header.</param>
    /// <param name="cancellationToken">Signals that the host stops. Not the disconnect of the client: handlers finish what Meta has sent.</param>
    /// <returns>What to answer.</returns>
    public ValueTask<WebhookOutcome> ProcessAsync(WebhookBody body, WebhookSignature signature, CancellationToken cancellationToken = default) =>
        WaGenTelemetry.ActivitySource.HasListeners()
            ? ProcessTracedAsync(body, signature, cancellationToken)
            : Processor.ProcessAsync(body, signature, cancellationToken);

    /// <summary>Stops following the configuration.</summary>
    public void Dispose() => Reload?.Dispose();

    internal string LogName => Name.Length == 0 ? "default" : Name;

    /// <summary>Takes over secrets and tokens of options that were found usable.</summary>
    internal void Apply(WhatsAppWebhookOptions options)
    {
        KeyValuePair<string, string>[] secrets = Secrets.Of(options);
        Processor.Verifier = new SignatureVerifier(secrets);
        _tokens = new VerifyTokenSet(options);
    }

    private async ValueTask<WebhookOutcome> ProcessTracedAsync(WebhookBody body, WebhookSignature signature, CancellationToken cancellationToken)
    {
        using Activity? activity = WaGenTelemetry.ActivitySource.StartActivity("wagen.webhook");
        WebhookOutcome outcome = await Processor.ProcessAsync(body, signature, cancellationToken).ConfigureAwait(false);
        if (activity is not null)
        {
            activity.SetTag("wagen.endpoint", LogName);
            activity.SetTag("wagen.result", Names.Of(outcome.Result));
            activity.SetTag("wagen.events", outcome.Events);
            activity.SetTag("wagen.unhandled", outcome.Unhandled);
            activity.SetTag("wagen.failed", outcome.Failed);
            activity.SetTag("wagen.duplicates", outcome.Duplicates);
            activity.SetTag("wagen.deferred", outcome.Deferred);
            activity.SetStatus(outcome.Result == WebhookResult.HandlerFailed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }

        return outcome;
    }
}
