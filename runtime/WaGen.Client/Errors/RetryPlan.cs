using System.Net;

namespace WaGen.Client;

/// <summary>Decides of a failure what can be done about it and when another try makes sense.</summary>
/// <param name="backoff">The first of the growing pauses.</param>
/// <param name="random">Gives numbers from 0 to below 1, so that many clients do not come back at the same moment.</param>
internal sealed class RetryPlan(TimeSpan backoff, Func<double> random)
{
    // Longer powers than these are never waited for, and would overflow in the end.
    private const int MostDoublings = 16;
    private const double LeastPart = 0.75;
    private const double Spread = 0.5;

    /// <summary>Completes what is known of a failure.</summary>
    /// <param name="failure">The failure as it was met.</param>
    /// <param name="failuresBefore">How many tries of the same request failed before.</param>
    /// <param name="told">The time that the answer's headers tell; null when they tell none.</param>
    public ApiFailure Judge(ApiFailure failure, int failuresBefore, TimeSpan? told = null)
    {
        if (failure.IsOutcomeUnknown)
        {
            // Any class that speaks of another try would make an application do everything twice.
            return failure;
        }

        ApiErrorEntry? entry = failure.Error is { } error ? failure.Operation.Api.Errors.Find(error.Code, error.Subcode) : null;
        (ApiErrorClass @class, ApiErrorWait wait) = entry is null ? Fallback(failure) : (entry.Class, entry.Wait);
        TimeSpan? delay = (@class, wait) switch
        {
            (ApiErrorClass.RetryLater, ApiErrorWait.Pair) => TimeSpan.FromSeconds(Math.Pow(4, Math.Min(failuresBefore, MostDoublings))),
            (ApiErrorClass.RetryLater, ApiErrorWait.Fixed) => entry!.Delay,
            (ApiErrorClass.RetryLater, ApiErrorWait.None) => told,
            (ApiErrorClass.RetryLater or ApiErrorClass.RetryNow, _) => told ?? Backoff(failuresBefore),
            _ => null,
        };
        return failure with { Entry = entry, Class = @class, RetryAfter = delay };
    }

    private static (ApiErrorClass Class, ApiErrorWait Wait) Fallback(ApiFailure failure) => failure switch
    {
        { Kind: ApiFailureKind.NotSent or ApiFailureKind.ConnectionBroke or ApiFailureKind.TimedOut } => (ApiErrorClass.RetryNow, ApiErrorWait.Backoff),
        { Error.IsTransient: true } => (ApiErrorClass.RetryNow, ApiErrorWait.Backoff),
        { Status: HttpStatusCode.TooManyRequests } => (ApiErrorClass.RetryLater, ApiErrorWait.Usage),
        { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => (ApiErrorClass.RetryNow, ApiErrorWait.Backoff),
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => (ApiErrorClass.FixAccount, ApiErrorWait.None),
        { Status: >= HttpStatusCode.BadRequest } => (ApiErrorClass.FixRequest, ApiErrorWait.None),
        _ => (ApiErrorClass.Unknown, ApiErrorWait.None),
    };

    private TimeSpan Backoff(int failuresBefore) => backoff * Math.Pow(2, Math.Min(failuresBefore, MostDoublings)) * (LeastPart + (Spread * random()));
}
