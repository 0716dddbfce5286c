namespace WaGen;

/// <summary>Remembers in the memory of this process. Allocates nothing once it has grown to its size.</summary>
/// <remarks>
/// When it is full, the key that ended first makes room early; keys of handlers that are running never do. A large store has parts that fill
/// independently, so the first key can make room a little below the capacity. Another process knows nothing of
/// it, and a restart forgets everything.
/// </remarks>
public sealed class InMemoryDeduplicationStore : IDeduplicationStore
{
    // Below this capacity one lock is enough, and the order in which keys make room is exact.
    private const int LeastKeysOfShard = 4096;
    private const int MostShards = 16;
    private const int MostKeys = 1 << 30;

    private readonly DeduplicationShard[] _shards;
    private readonly TimeProvider _time;
    private readonly int _shift;
    private volatile bool _hasEvicted;

    /// <summary>Makes an empty store.</summary>
    /// <param name="options">How much to remember; null for the defaults. Read now, later changes have no effect.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public InMemoryDeduplicationStore(InMemoryDeduplicationStoreOptions? options = null)
    {
        options ??= new InMemoryDeduplicationStoreOptions();
        Check(options);
        _time = options.TimeProvider;
        int shards = 1;
        while (shards < MostShards && options.Capacity / (shards * 2) >= LeastKeysOfShard)
        {
            shards *= 2;
        }

        _shift = 64 - int.Log2(shards);
        _shards = new DeduplicationShard[shards];
        for (int i = 0; i < shards; i++)
        {
            int capacity = (options.Capacity / shards) + (i < options.Capacity % shards ? 1 : 0);
            _shards[i] = new DeduplicationShard(this, capacity, ToTimestamp(options.Window));
        }
    }

    /// <summary>Gets how many keys are remembered at the moment.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (DeduplicationShard shard in _shards)
            {
                count += shard.Count;
            }

            return count;
        }
    }

    /// <summary>Gets how many keys had to make room before their time. Their events would be handled again if they were delivered again.</summary>
    public long Evicted
    {
        get
        {
            // Asked after every body: as long as there is room for all keys, the answer must not touch every shard.
            if (!_hasEvicted)
            {
                return 0;
            }

            long evicted = 0;
            foreach (DeduplicationShard shard in _shards)
            {
                evicted += shard.Evicted;
            }

            return evicted;
        }
    }

    /// <inheritdoc/>
    public ValueTask<DeduplicationResult> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return new ValueTask<DeduplicationResult>(ShardOf(key).Claim(key, ToTimestamp(lease), _time.GetTimestamp()));
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(DeduplicationClaim claim, DeduplicationOutcome outcome, CancellationToken cancellationToken) =>
        new(ShardOf(claim.Key).Complete(claim, outcome, _time.GetTimestamp()));

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(DeduplicationClaim claim, bool countAttempt, CancellationToken cancellationToken) =>
        new(ShardOf(claim.Key).Release(claim, countAttempt, _time.GetTimestamp()));

    /// <summary>Notes that a key had to make room.</summary>
    internal void NoteEvicted()
    {
        if (!_hasEvicted)
        {
            _hasEvicted = true;
        }
    }

    private static void Check(InMemoryDeduplicationStoreOptions options)
    {
        string? problem = options switch
        {
            { Capacity: < 1 or > MostKeys } => "Capacity must be at least 1 and at most 1,073,741,824.",
            { Window.Ticks: <= 0 } => "Window must be positive.",
            { TimeProvider: null } => "TimeProvider must not be null.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }

    private DeduplicationShard ShardOf(DeduplicationKey key) => _shards.Length == 1 ? _shards[0] : _shards[key.High >> _shift];

    private long ToTimestamp(TimeSpan time) => (long)Math.Min(time.TotalSeconds * _time.TimestampFrequency, long.MaxValue / 4);
}
