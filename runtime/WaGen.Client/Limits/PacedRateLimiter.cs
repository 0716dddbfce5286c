using System.Threading.RateLimiting;

namespace WaGen.Client;

/// <summary>Lets one permit through in each interval, and a burst in advance. Who comes too early waits for the own place in the row.</summary>
/// <remarks>
/// The state is one time: when the bucket would be full again. A permit moves it on by an interval, and waits as long as it is further ahead than the burst
/// allows. That needs no timer and no queue, so that thousands of pairs cost next to nothing and a test's <see cref="TimeProvider"/> rules all waiting.
/// </remarks>
internal sealed class PacedRateLimiter : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _burst;
    private readonly TimeSpan _longestWait;
    private readonly long _start;
    private TimeSpan _full;
    private int _waiting;
    private long _granted;
    private long _refused;

    /// <param name="interval">The time in which a new permit comes up.</param>
    /// <param name="burst">How many permits a rested limiter gives at once; at least 1.</param>
    /// <param name="longestWait">Who would have to wait longer is refused.</param>
    /// <param name="time">The clock.</param>
    public PacedRateLimiter(TimeSpan interval, int burst, TimeSpan longestWait, TimeProvider time)
    {
        _time = time;
        _interval = interval;
        _burst = interval * (burst - 1);
        _longestWait = longestWait;
        _start = time.GetTimestamp();
    }

    /// <summary>How long nobody has needed the limiter since its bucket is full; null while it is not.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                TimeSpan idle = Now - _full;
                return _waiting == 0 && idle >= TimeSpan.Zero ? idle : null;
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            TimeSpan ahead = Max(_full - Now, TimeSpan.Zero);
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = ahead > _burst ? 0 : 1 + (long)((_burst - ahead) / _interval),
                CurrentQueuedCount = _waiting,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            return WaitFor(permitCount) is { } wait && wait > TimeSpan.Zero ? Refuse(wait) : Grant(permitCount);
        }
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan wait;
        TimeSpan own;
        RateLimitLease lease;
        lock (_lock)
        {
            wait = WaitFor(permitCount);
            if (wait > _longestWait)
            {
                return Refuse(wait);
            }

            lease = Grant(permitCount);
            own = _full;
            if (wait <= TimeSpan.Zero)
            {
                return lease;
            }

            _waiting++;
        }

        try
        {
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch (OperationCanceledException)
        {
            // A place with others behind it stays empty: they wait as told, and nobody else may come at their times. The last place is given back.
            lock (_lock)
            {
                if (_full == own)
                {
                    _full -= _interval * permitCount;
                }

                _granted--;
            }

            throw;
        }
        finally
        {
            lock (_lock)
            {
                _waiting--;
            }
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private TimeSpan WaitFor(int permits) => permits == 0 ? TimeSpan.Zero : Max(_full, Now) + (_interval * (permits - 1)) - Now - _burst;

    private Lease Grant(int permits)
    {
        _full = Max(_full, Now) + (_interval * permits);
        _granted++;
        return Lease.Granted;
    }

    private Lease Refuse(TimeSpan wait)
    {
        _refused++;
        return new Lease(wait);
    }

    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public static Lease Granted { get; } = new(retryAfter: null);

        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = retryAfter;
            return retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
        }
    }
}
