using System.Threading.RateLimiting;

namespace WaGen.Client;

/// <summary>One limiter for each key. Those that nobody has needed for a while are thrown away: a full bucket is as good as a new one.</summary>
internal sealed class LimiterSet<TKey>(Func<TKey, RateLimiter> create, TimeProvider time)
    where TKey : notnull
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, RateLimiter> _limiters = [];
    private long _swept = time.GetTimestamp();

    /// <summary>How many keys have a limiter.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _limiters.Count;
            }
        }
    }

    public ValueTask<RateLimitLease> AcquireAsync(TKey key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Sweep();
            if (!_limiters.TryGetValue(key, out RateLimiter? limiter))
            {
                limiter = create(key);
                _limiters.Add(key, limiter);
            }

            // Taken under the lock, so that a limiter is never swept between the look-up and its use.
            return limiter.AcquireAsync(1, cancellationToken);
        }
    }

    private void Sweep()
    {
        if (time.GetElapsedTime(_swept) < SweepInterval)
        {
            return;
        }

        _swept = time.GetTimestamp();
        foreach ((TKey key, RateLimiter limiter) in _limiters)
        {
            if (limiter.IdleDuration is not null)
            {
                _limiters.Remove(key);
                limiter.Dispose();
            }
        }
    }
}
