using Microsoft.Extensions.Logging;

namespace WaGen.Client;

/// <summary>Everything that clients log. No message takes a token, an id of an account, a phone number or anything that the API wrote in words.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(101, LogLevel.Debug, "{Operation} succeeded in {Milliseconds} ms, tries: {Tries}")]
    public static partial void Succeeded(this ILogger logger, string operation, double milliseconds, int tries);

    [LoggerMessage(102, LogLevel.Information, "{Operation} is tried again in {Seconds} s: HTTP {Status}, error {Code} ({Class}), failures: {Failures}")]
    public static partial void TryingAgain(this ILogger logger, string operation, double seconds, int? status, int? code, ApiErrorClass @class, int failures);

    [LoggerMessage(103, LogLevel.Warning, "{Operation} failed: HTTP {Status}, error {Code}/{Subcode} ({Class}), tries: {Tries}")]
    public static partial void Failed(this ILogger logger, string operation, int? status, int? code, int? subcode, ApiErrorClass @class, int tries);

    [LoggerMessage(104, LogLevel.Error, "{Operation} was sent, but nobody knows whether it took effect ({Reason}); it was not sent again")]
    public static partial void OutcomeUnknown(this ILogger logger, string operation, OutcomeUnknownReason reason);

    [LoggerMessage(110, LogLevel.Information, "WhatsApp client '{Client}' took over changed options")]
    public static partial void Reloaded(this ILogger logger, string client);

    [LoggerMessage(111, LogLevel.Error, "WhatsApp client '{Client}' keeps its former options, because the changed ones cannot be used: {Problems}")]
    public static partial void ReloadRefused(this ILogger logger, string client, string problems);

    [LoggerMessage(112, LogLevel.Error, "WhatsApp client '{Client}' keeps its former options, because the changed ones cannot be read: {Failure}")]
    public static partial void ReloadFailed(this ILogger logger, string client, string failure);
}
