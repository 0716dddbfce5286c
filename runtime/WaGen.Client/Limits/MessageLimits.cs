using System.Threading.RateLimiting;

namespace WaGen.Client;

/// <summary>Lets messages wait for the limits of the platform: those of a number, and those of a number and one recipient.</summary>
internal sealed class MessageLimits
{
    /// <summary>The name that operations use for these limits.</summary>
    public const string Name = "messages";

    private const int BurstPart = 10;
    private const int PairBurst = 45;
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);

    private readonly LimiterSet<string> _numbers;
    private readonly LimiterSet<(string Number, string Recipient)>? _pairs;

    public MessageLimits(WhatsAppClientOptions options, TimeProvider time)
    {
        _numbers = new(
            number =>
            {
                int perSecond = (options.Accounts.TryGetValue(number, out WhatsAppAccountOptions? account) ? account.MessagesPerSecond : null) ?? options.MessagesPerSecond;

                // A burst of a whole second would come on top of that second's own messages.
                return new PacedRateLimiter(TimeSpan.FromSeconds(1) / perSecond, Math.Max(perSecond / BurstPart, 1), options.MaxQueueTime, time);
            },
            time);
        _pairs = options.LimitPairs ? new(_ => new PacedRateLimiter(PairInterval, PairBurst, options.MaxQueueTime, time), time) : null;
    }

    /// <summary>How many numbers and pairs are remembered.</summary>
    public int Count => _numbers.Count + (_pairs?.Count ?? 0);

    /// <summary>Waits until the call may be sent.</summary>
    /// <returns>Null when it may; else the time that it would have to wait, which is too long.</returns>
    public async ValueTask<TimeSpan?> WaitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Operation.Limiter != Name || call.Account is not { } number)
        {
            return null;
        }

        // The pair first: a message that waits for its recipient must not hold a place that another one could use.
        if (_pairs is not null && call.Body is { Json.IsEmpty: false } body && MessageTarget.Of(body.Json.Span) is { } recipient)
        {
            using RateLimitLease pair = await _pairs.AcquireAsync((number, recipient), cancellationToken).ConfigureAwait(false);
            if (!pair.IsAcquired)
            {
                return WaitOf(pair);
            }
        }

        using RateLimitLease lease = await _numbers.AcquireAsync(number, cancellationToken).ConfigureAwait(false);
        return lease.IsAcquired ? null : WaitOf(lease);
    }

    private static TimeSpan? WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : TimeSpan.Zero;
}
