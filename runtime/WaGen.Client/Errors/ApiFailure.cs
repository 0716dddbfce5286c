using System.Globalization;
using System.Net;
using System.Text;

namespace WaGen.Client;

/// <summary>Everything that is known of one failed request.</summary>
internal sealed record ApiFailure
{
    private const int LongestTraceId = 64;

    public required ApiOperation Operation { get; init; }

    public required ApiFailureKind Kind { get; init; }

    public HttpStatusCode? Status { get; init; }

    public GraphError? Error { get; init; }

    public Exception? Cause { get; init; }

    /// <summary>What the schema's table knows of the code.</summary>
    public ApiErrorEntry? Entry { get; init; }

    public ApiErrorClass Class { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The quota that held the request back; null when it was a limit of messages.</summary>
    public ApiQuota? Quota { get; init; }

    /// <summary>Whether the platform had said that it refuses all calls for a time.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether the body came from a stream that cannot be read again.</summary>
    public bool IsBodySpent { get; init; }

    /// <summary>Whether the request had begun to be sent and may have reached its end without anybody knowing.</summary>
    public bool IsOutcomeUnknown => !Operation.IsRepeatSafe && Kind switch
    {
        ApiFailureKind.ConnectionBroke or ApiFailureKind.TimedOut or ApiFailureKind.Unreadable => true,
        // A proxy that gave up waiting says so with 408, 502 or 504; what the server behind it did is its secret.
        ApiFailureKind.Answered => Error is null && (Status >= HttpStatusCode.InternalServerError || Status == HttpStatusCode.RequestTimeout),
        _ => false,
    };

    /// <summary>Whether the same request may be sent again without doing anything twice.</summary>
    public bool MayRepeat => Kind != ApiFailureKind.Held && !IsBodySpent && !IsOutcomeUnknown;

    public WhatsAppApiException ToException() => IsOutcomeUnknown ? new WhatsAppOutcomeUnknownException(this) : new WhatsAppApiException(this);

    /// <summary>Says in a few sentences what happened and what to do, without anything that the API wrote in words.</summary>
    public string Describe()
    {
        var text = new StringBuilder(Operation.Name).Append(" failed: ").Append(What()).Append(". ").Append(Advice());
        if (Error?.TraceId is { } trace && IsPlain(trace))
        {
            text.Append(" Trace id ").Append(trace).Append('.');
        }

        return text.ToString();
    }

    private static bool IsPlain(string id) => id.Length is > 0 and <= LongestTraceId && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private string What() => Kind switch
    {
        ApiFailureKind.NotSent => "the server could not be reached, so nothing was sent",
        ApiFailureKind.Held when IsBlocked => "the platform has said that it refuses the calls of this account for now, so nothing was sent",
        ApiFailureKind.Held when Quota is { } quota => $"the quota '{quota.Name}' of {(quota.Per is null ? "the app" : "this account or number")} is used up, so nothing was sent",
        ApiFailureKind.Held => "the client's own limit for this number or this pair of sender and recipient is used up, so nothing was sent",
        ApiFailureKind.ConnectionBroke => "the connection broke before the answer was complete",
        ApiFailureKind.TimedOut => "no answer came in time",
        ApiFailureKind.Unreadable => $"the answer, HTTP {(int?)Status}, could not be read",
        _ when Error is { } error => string.Create(
            CultureInfo.InvariantCulture,
            $"error {error.Code}{(error.Subcode is { } subcode ? "/" + subcode.ToString(CultureInfo.InvariantCulture) : string.Empty)} ({Entry?.Title ?? "not in the table of known errors"}), HTTP {(int?)Status}"),
        _ => $"HTTP {(int?)Status} without an error of the API",
    };

    private string Advice()
    {
        if (IsOutcomeUnknown)
        {
            return Operation.Limiter == MessageLimits.Name
                ? "Nobody knows whether it took effect, so it was not sent again; a status webhook with your biz_opaque_callback_data would tell."
                : "Nobody knows whether it took effect, so it was not sent again; look at what it changes before you repeat it.";
        }

        string advice = Class switch
        {
            ApiErrorClass.RetryNow or ApiErrorClass.RetryLater when RetryAfter is { } time => $"Try again after {Seconds(time)} s.",
            ApiErrorClass.RetryNow => "Try again.",
            ApiErrorClass.RetryLater => "Try again later.",
            ApiErrorClass.FixRequest => "Change the request, it fails each time as it is.",
            ApiErrorClass.FixAccount => "Check the token, its permissions, the account and the number.",
            ApiErrorClass.Never => "Trying again does not help.",
            _ => "The error is new to this version; ApiMessage and Details say more.",
        };
        return Entry?.Description is { } description ? $"{description} {advice}" : advice;
    }

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
