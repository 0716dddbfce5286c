using Microsoft.Extensions.Logging;

namespace WaGen.Hosting;

/// <summary>Everything that endpoints log.</summary>
/// <remarks>
/// No message takes a text, a phone number, an id, a secret or a token; names from the wire pass <see cref="LogText"/> first. What a sender did wrong is a
/// warning, what this application did wrong is an error.
/// </remarks>
internal static partial class WebhookLog
{
    [LoggerMessage(1, LogLevel.Information, "Webhook endpoint '{Endpoint}' is ready: contract {Contract}, handlers: {Handlers}, secrets: {Secrets}, deduplication: {Deduplication}")]
    public static partial void Ready(this ILogger logger, string endpoint, string contract, int handlers, int secrets, string deduplication);

    [LoggerMessage(2, LogLevel.Information, "Webhook endpoint '{Endpoint}' took over changed options, secrets: {Secrets}, verify tokens: {Tokens}")]
    public static partial void Reloaded(this ILogger logger, string endpoint, int secrets, int tokens);

    [LoggerMessage(3, LogLevel.Error, "Webhook endpoint '{Endpoint}' keeps its former secrets and verify tokens, because the changed options cannot be used: {Problems}")]
    public static partial void ReloadRefused(this ILogger logger, string endpoint, string problems);

    [LoggerMessage(4, LogLevel.Error, "Webhook endpoint '{Endpoint}' keeps its former secrets and verify tokens, because the changed options cannot be read: {Failure}")]
    public static partial void ReloadFailed(this ILogger logger, string endpoint, string failure);

    [LoggerMessage(10, LogLevel.Information, "Webhook endpoint '{Endpoint}' answered the verification handshake")]
    public static partial void HandshakeAnswered(this ILogger logger, string endpoint);

    [LoggerMessage(11, LogLevel.Warning, "Webhook endpoint '{Endpoint}' refused a request ({Reason}): {Advice}")]
    private static partial void Refused(ILogger logger, string endpoint, WebhookRejection reason, string advice);

    /// <summary>Logs a refused request, with what to look for.</summary>
    public static void Rejected(this ILogger logger, string endpoint, WebhookRejection reason) => Refused(logger, endpoint, reason, reason switch
    {
        WebhookRejection.SignatureHeader => "the header X-Hub-Signature-256 is missing or malformed; if this was Meta, a proxy has removed it",
        WebhookRejection.MediaType => "it is not plain JSON in UTF-8; if this was Meta, a proxy has changed the content type or compressed the body",
        WebhookRejection.TooLarge => "the body is larger than MaxBodyBytes",
        WebhookRejection.Signature => "no secret fits the signature; if this was Meta, check AppSecret and that no proxy changes the body",
        WebhookRejection.Handshake => "the mode, the verify token or the challenge of the handshake does not fit",
        _ => "the body cannot be used",
    });

    [LoggerMessage(12, LogLevel.Warning, "Webhook endpoint '{Endpoint}' refused a signed body that is not JSON, at byte {BytePosition}: {Fault}")]
    public static partial void NotJson(this ILogger logger, string endpoint, long bytePosition, string fault);

    [LoggerMessage(13, LogLevel.Debug, "Webhook endpoint '{Endpoint}' got an incomplete body: the sender went away or was too slow")]
    public static partial void Incomplete(this ILogger logger, string endpoint);

    [LoggerMessage(20, LogLevel.Debug, "Webhook endpoint '{Endpoint}' processed a body in {Milliseconds} ms: {Result}, events: {Events}, unhandled: {Unhandled}, failed: {Failed}, duplicates: {Duplicates}, deferred: {Deferred}")]
    public static partial void Processed(
        this ILogger logger, string endpoint, double milliseconds, WebhookResult result, int events, int unhandled, int failed, int duplicates, int deferred);

    [LoggerMessage(21, LogLevel.Debug, "Handled {Field}/{Event} {EventHash}")]
    public static partial void Handled(this ILogger logger, string field, string @event, string eventHash);

    [LoggerMessage(EventId = 22, Message = "Nobody handled a part of a body: {Reason}, field {Field}, event {Event}, at {Path}, entry {EntryHash}")]
    public static partial void Unhandled(this ILogger logger, LogLevel level, UnhandledReason reason, string field, string @event, string path, string entryHash);

    [LoggerMessage(23, LogLevel.Error, "{Handler} failed on {Field}/{Event}, event hash {EventHash}; it runs again with the next delivery, unless it is given up")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception, string handler, string field, string @event, string eventHash);

    [LoggerMessage(24, LogLevel.Error, "The unhandled handler failed: {Reason}, field {Field}, event {Event}, at {Path}")]
    public static partial void UnhandledHandlerFailed(this ILogger logger, Exception exception, UnhandledReason reason, string field, string @event, string path);

    [LoggerMessage(25, LogLevel.Debug, "Skipped {Field}/{Event} {EventHash}, which was delivered and dealt with before")]
    public static partial void Duplicate(this ILogger logger, string field, string @event, string eventHash);

    [LoggerMessage(26, LogLevel.Debug, "Skipped a part of a body that was delivered and dealt with before: {Reason}, field {Field}, at {Path}")]
    public static partial void UnhandledDuplicate(this ILogger logger, UnhandledReason reason, string field, string path);

    [LoggerMessage(EventId = 30, Message = "What arrives differs from the schemas: {Kind} at {Path} of field {Field}; further ones like this are counted only")]
    public static partial void Drift(this ILogger logger, LogLevel level, DriftKind kind, string path, string field);

    [LoggerMessage(40, LogLevel.Error, "The deduplication store of webhook endpoint '{Endpoint}' failed to {Operation}: {Consequence}")]
    private static partial void StoreFailed(ILogger logger, Exception exception, string endpoint, DeduplicationOperation operation, string consequence);

    /// <summary>Logs a fault of the store, with what it means.</summary>
    public static void DeduplicationFailed(this ILogger logger, Exception exception, string endpoint, DeduplicationOperation operation) =>
        StoreFailed(logger, exception, endpoint, operation, operation switch
        {
            DeduplicationOperation.Claim => "the event was not handled, and the sender is told to deliver it again",
            DeduplicationOperation.Complete => "the event was handled, and will be once more if it is delivered again after the lease",
            _ => "the event failed, and is not handled again before the lease is over",
        });

    [LoggerMessage(
        41, LogLevel.Warning,
        "The deduplication store of webhook endpoint '{Endpoint}' is full and forgets events early: raise Deduplication.Capacity; further ones are counted only")]
    public static partial void Evicting(this ILogger logger, string endpoint);
}
