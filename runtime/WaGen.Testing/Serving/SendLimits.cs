namespace WaGen.Testing;

/// <summary>The platform's limits of sending: messages a second for each number, and messages to one user.</summary>
internal sealed class SendLimits(int? messagesPerSecond, bool enforcePair, TimeProvider time)
{
    private const int PairBurst = 45;
    private const int LargestTable = 10_000;
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bucket> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, string Recipient), Bucket> _pairs = [];

    /// <summary>Counts a message.</summary>
    /// <returns>The code of the error; null when the message may be sent.</returns>
    public int? Take(string number, string recipient)
    {
        long now = time.GetTimestamp();
        lock (_lock)
        {
            if (messagesPerSecond is { } limit && !Take(_numbers, number, limit, TimeSpan.FromSeconds(1) / limit, now))
            {
                return GraphErrors.Throughput;
            }

            return enforcePair && !Take(_pairs, (number, recipient), PairBurst, PairInterval, now) ? GraphErrors.Pair : null;
        }
    }

    private bool Take<TKey>(Dictionary<TKey, Bucket> buckets, TKey key, int size, TimeSpan interval, long now)
        where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out Bucket? bucket))
        {
            if (buckets.Count >= LargestTable)
            {
                buckets.Clear();
            }

            bucket = new Bucket { Tokens = size, Since = now };
            buckets.Add(key, bucket);
        }

        bucket.Tokens = Math.Min(size, bucket.Tokens + (time.GetElapsedTime(bucket.Since, now) / interval));
        bucket.Since = now;
        if (bucket.Tokens < 1)
        {
            return false;
        }

        bucket.Tokens--;
        return true;
    }

    private sealed class Bucket
    {
        public double Tokens { get; set; }

        public long Since { get; set; }
    }
}
