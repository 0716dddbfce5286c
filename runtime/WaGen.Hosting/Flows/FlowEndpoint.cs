using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using WaGen.Hosting;

namespace WaGen;

/// <summary>The data endpoint of Flows without HTTP. <c>MapFlowEndpoint</c> uses it; other hosts can, too.</summary>
/// <remarks>A keyed service under the name of the endpoint. Safe for use by many requests at a time.</remarks>
public sealed class FlowEndpoint : IDisposable
{
    private readonly SignatureVerifier _verifier;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly FlowMetrics _metrics;

    internal FlowEndpoint(string name, FlowEndpointOptions options, TimeProvider time, ILogger logger, FlowMetrics metrics)
    {
        KeyValuePair<string, string>[] secrets = Secrets.Of(options.AppSecret, options.AppSecrets);
        Name = name;
        MaxBodyBytes = options.MaxBodyBytes;
        Encryption = new FlowEncryption(options.AllKeys);
        _verifier = new SignatureVerifier(secrets);
        _timeout = options.AnswerTimeout;
        _time = time;
        _logger = logger;
        _metrics = metrics;
        logger.FlowsReady(LogName, Encryption.PublicKeys.Count, secrets.Length);
    }

    /// <summary>The name of the endpoint and of its options; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>The keys.</summary>
    public FlowEncryption Encryption { get; }

    /// <summary>The largest body to read, in bytes; see <see cref="FlowEndpointOptions.MaxBodyBytes"/>.</summary>
    public int MaxBodyBytes { get; }

    private string LogName => Name.Length == 0 ? "default" : Name;

    /// <summary>Logs and counts a request that the host refuses before the body is read to its end.</summary>
    /// <param name="result">Why.</param>
    /// <returns>What to answer.</returns>
    public FlowOutcome Refuse(FlowResult result)
    {
        _logger.FlowRefused(LogName, result);
        _metrics.Refused(result);
        return new FlowOutcome(result);
    }

    /// <summary>Checks the signature of a request, decrypts it, has it answered, and encrypts the answer.</summary>
    /// <param name="body">The body as received; it must not be disposed before the task ends.</param>
    /// <param name="signature">The signature from the header.</param>
    /// <param name="handler">Answers what is no check and no notice of a failure.</param>
    /// <param name="services">The services of the request, for <see cref="FlowCall.Services"/>.</param>
    /// <param name="cancellationToken">Signals that nobody waits for the answer any more.</param>
    /// <returns>What to answer. What handlers throw is logged and becomes <see cref="FlowResult.HandlerFailed"/>.</returns>
    public async ValueTask<FlowOutcome> AnswerAsync(
        WebhookBody body, WebhookSignature signature, IFlowHandler handler, IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(services);
        using Activity? activity = WaGenTelemetry.ActivitySource.StartActivity("wagen.flow");
        long start = _time.GetTimestamp();
        FlowOutcome outcome = await AnswerCoreAsync(body, signature, handler, services, cancellationToken).ConfigureAwait(false);
        TimeSpan elapsed = _time.GetElapsedTime(start);
        _metrics.Completed(outcome.Result, elapsed);
        _logger.FlowProcessed(LogName, elapsed.TotalMilliseconds, outcome.Result);
        if (activity is not null)
        {
            activity.SetTag("wagen.endpoint", LogName);
            activity.SetTag("wagen.result", Names.Of(outcome.Result));
            activity.SetStatus(outcome.StatusCode == 500 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }

        return outcome;
    }

    /// <summary>Gives up the keys.</summary>
    public void Dispose() => Encryption.Dispose();

    private async ValueTask<FlowOutcome> AnswerCoreAsync(
        WebhookBody body, WebhookSignature signature, IFlowHandler handler, IServiceProvider services, CancellationToken cancellationToken)
    {
        FlowResult refusal = Open(body, signature, out FlowExchange? exchange, out string? app);
        if (exchange is null)
        {
            _logger.FlowRefused(LogName, refusal);
            return new FlowOutcome(refusal);
        }

        using (exchange)
        {
            var call = new FlowCall(exchange.Utf8Json, app, services);
            if (string.Equals(call.Action, "ping", StringComparison.OrdinalIgnoreCase))
            {
                return new FlowOutcome(FlowResult.Checked, exchange.EncryptAnswer("""{"data":{"status":"active"}}"""u8));
            }

            using var timeout = new CancellationTokenSource(_timeout, _time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            try
            {
                return await HandleAsync(exchange, call, handler, linked.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                _logger.FlowRefused(LogName, FlowResult.Incomplete);
                return new FlowOutcome(FlowResult.Incomplete);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                _logger.FlowHandlerTimedOut(LogName);
                return new FlowOutcome(FlowResult.TimedOut);
            }
#pragma warning disable CA1031 // Whatever a handler throws is its failure, and the platform still needs an answer.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _logger.FlowHandlerFailed(exception, LogName);
                return new FlowOutcome(FlowResult.HandlerFailed);
            }
        }
    }

    private FlowResult Open(WebhookBody body, in WebhookSignature signature, out FlowExchange? exchange, out string? app)
    {
        exchange = null;
        app = null;
        if (body.Length > MaxBodyBytes)
        {
            return FlowResult.TooLarge;
        }

        if (!_verifier.TryVerify(body.Written, signature, out app))
        {
            return FlowResult.InvalidSignature;
        }

        return Encryption.Decrypt(body.Written, out exchange) == FlowDecryption.NotDecrypted ? FlowResult.NotDecrypted : FlowResult.Malformed;
    }

    private async ValueTask<FlowOutcome> HandleAsync(FlowExchange exchange, FlowCall call, IFlowHandler handler, CancellationToken cancellationToken)
    {
        if (FlowFailureNotice.Find(call) is { } notice)
        {
            _logger.FlowFailureNoticed(LogName, LogText.Name(notice.Error));
            await handler.OnFailureNoticeAsync(call, notice, cancellationToken).ConfigureAwait(false);
            return new FlowOutcome(FlowResult.Acknowledged, exchange.EncryptAnswer("""{"data":{"acknowledged":true}}"""u8));
        }

        FlowReply reply = await handler.AnswerAsync(call, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The handler of a Flow endpoint returned null.");
        return reply.IsTokenInvalid
            ? new FlowOutcome(FlowResult.TokenNoLongerValid, Encoding.UTF8.GetString(reply.Utf8Json.Span))
            : new FlowOutcome(FlowResult.Answered, exchange.EncryptAnswer(reply.Utf8Json.Span));
    }
}
