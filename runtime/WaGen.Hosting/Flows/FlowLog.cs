using Microsoft.Extensions.Logging;

namespace WaGen.Hosting;

/// <summary>Everything that the data endpoints of Flows log. No message takes anything that users have entered, a token, a key or a secret.</summary>
internal static partial class FlowLog
{
    [LoggerMessage(60, LogLevel.Information, "Flow endpoint '{Endpoint}' is ready, private keys: {Keys}, secrets: {Secrets}")]
    public static partial void FlowsReady(this ILogger logger, string endpoint, int keys, int secrets);

    [LoggerMessage(61, LogLevel.Warning, "Flow endpoint '{Endpoint}' refused a request ({Result}): {Advice}")]
    private static partial void Refused(ILogger logger, string endpoint, FlowResult result, string advice);

    [LoggerMessage(62, LogLevel.Warning, "Flow endpoint '{Endpoint}' was told that the platform could not use an answer: {Error}")]
    public static partial void FlowFailureNoticed(this ILogger logger, string endpoint, string error);

    [LoggerMessage(63, LogLevel.Error, "The handler of Flow endpoint '{Endpoint}' failed")]
    public static partial void FlowHandlerFailed(this ILogger logger, Exception exception, string endpoint);

    [LoggerMessage(64, LogLevel.Error, "The handler of Flow endpoint '{Endpoint}' took longer than AnswerTimeout")]
    public static partial void FlowHandlerTimedOut(this ILogger logger, string endpoint);

    [LoggerMessage(65, LogLevel.Debug, "Flow endpoint '{Endpoint}' dealt with a request in {Milliseconds} ms: {Result}")]
    public static partial void FlowProcessed(this ILogger logger, string endpoint, double milliseconds, FlowResult result);

    [LoggerMessage(66, LogLevel.Debug, "The sender of a request to Flow endpoint '{Endpoint}' went away or was too slow")]
    private static partial void SenderGone(ILogger logger, string endpoint);

    /// <summary>Logs a refused request, with what to look for.</summary>
    public static void FlowRefused(this ILogger logger, string endpoint, FlowResult result)
    {
        if (result == FlowResult.Incomplete)
        {
            SenderGone(logger, endpoint);
            return;
        }

        Refused(logger, endpoint, result, result switch
        {
            FlowResult.InvalidSignature => "the header X-Hub-Signature-256 is missing, or no secret fits; if this was Meta, check that AppSecret belongs to the app that is linked with the Flow",
            FlowResult.NotDecrypted => "no private key fits; if this was Meta, set the public key of the number again with SetEncryptionKey",
            FlowResult.MediaType => "it is not plain JSON in UTF-8; if this was Meta, a proxy has changed the content type or compressed the body",
            FlowResult.TooLarge => "the body is larger than MaxBodyBytes",
            _ => "it is signed, but not what the platform sends",
        });
    }
}
