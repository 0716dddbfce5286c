namespace WaGen.Testing;

/// <summary>Remembers the latest entries, and tells those who wait for one.</summary>
internal sealed class BoundedLog<T>(int capacity)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _entries = new();
    private readonly List<Waiter> _waiters = [];

    public IReadOnlyList<T> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public void Add(T entry)
    {
        List<Waiter> done = [];
        lock (_lock)
        {
            _entries.Enqueue(entry);
            while (_entries.Count > capacity)
            {
                _entries.Dequeue();
            }

            foreach (Waiter waiter in _waiters.ToArray())
            {
                if (waiter.Predicate(entry) && --waiter.Missing == 0)
                {
                    _waiters.Remove(waiter);
                    done.Add(waiter);
                }
            }
        }

        foreach (Waiter waiter in done)
        {
            waiter.Completion.TrySetResult(entry);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    /// <summary>Waits for the n-th entry that fits, counted from the oldest one that is remembered.</summary>
    public async Task<T> WaitAsync(Func<T, bool> predicate, int number, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Waiter waiter;
        lock (_lock)
        {
            int missing = number;
            foreach (T entry in _entries)
            {
                if (predicate(entry) && --missing == 0)
                {
                    return entry;
                }
            }

            waiter = new Waiter(predicate) { Missing = missing };
            _waiters.Add(waiter);
        }

        try
        {
            return await waiter.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    private sealed class Waiter(Func<T, bool> predicate)
    {
        public Func<T, bool> Predicate { get; } = predicate;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Missing { get; set; }
    }
}
