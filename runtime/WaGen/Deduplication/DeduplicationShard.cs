namespace WaGen;

/// <summary>A part of an <see cref="InMemoryDeduplicationStore"/> with a lock of its own: a hash table whose entries are also linked by age.</summary>
internal sealed partial class DeduplicationShard
{
    // The first two entries are the ends of two circular lists: one of what has ended, one of what is running, the oldest entry first in each.
    private const int Ended = 0;
    private const int Running = 1;
    private const int FirstEntry = 2;
    private const int InitialEntries = 64;

    // How many entries whose time is over a claim removes: more than it can add, so that they never pile up.
    private const int RemovedPerClaim = 2;

    private readonly Lock _lock = new();
    private readonly InMemoryDeduplicationStore _store;
    private readonly int _capacity;
    private readonly long _window;
    private Entry[] _entries = new Entry[InitialEntries];
    private int[] _buckets = new int[InitialEntries];
    private int _used = FirstEntry;
    private int _free;
    private int _count;
    private long _token;
    private long _evicted;

    /// <summary>Makes an empty shard.</summary>
    /// <param name="store">The store that it is a part of.</param>
    /// <param name="capacity">How many keys it should hold at most.</param>
    /// <param name="window">How long it remembers what has ended.</param>
    public DeduplicationShard(InMemoryDeduplicationStore store, int capacity, long window)
    {
        _store = store;
        _capacity = capacity;
        _window = window;
        _entries[Running] = new Entry { Older = Running, Newer = Running };
    }

    /// <summary>Gets how many keys there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Gets how many keys made room early.</summary>
    public long Evicted => Volatile.Read(ref _evicted);

    public DeduplicationResult Claim(DeduplicationKey key, long lease, long now)
    {
        lock (_lock)
        {
            RemoveExpired(now);
            int index = Find(key);
            if (index != 0)
            {
                ref Entry found = ref _entries[index];
                bool over = found.Until <= now;
                switch (found.State)
                {
                    case State.Running when !over:
                        return DeduplicationResult.InProgress;
                    case State.Completed when !over:
                        return DeduplicationResult.Completed(found.Outcome);
                    case State.Completed or State.Released when over:
                    case State.Running when found.Until <= now - _window:
                        found.Attempts = 0;
                        break;
                }

                Unlink(index);
            }
            else
            {
                index = Add(key, now);
            }

            ref Entry entry = ref _entries[index];
            entry.State = State.Running;
            entry.Until = now + lease;
            entry.Token = ++_token;
            entry.Attempts += entry.Attempts < ushort.MaxValue ? (ushort)1 : (ushort)0;
            Link(index, Running);
            return DeduplicationResult.Claimed(new DeduplicationClaim(key, entry.Token, entry.Attempts));
        }
    }

    public bool Complete(DeduplicationClaim claim, DeduplicationOutcome outcome, long now)
    {
        lock (_lock)
        {
            int index = FindHeld(claim);
            if (index != 0)
            {
                _entries[index].Outcome = outcome;
                End(index, State.Completed, now);
            }

            return index != 0;
        }
    }

    public bool Release(DeduplicationClaim claim, bool countAttempt, long now)
    {
        lock (_lock)
        {
            int index = FindHeld(claim);
            if (index == 0)
            {
                return false;
            }

            ref Entry entry = ref _entries[index];
            entry.Attempts -= countAttempt ? (ushort)0 : (ushort)1;
            if (entry.Attempts == 0)
            {
                Remove(index);
            }
            else
            {
                End(index, State.Released, now);
            }

            return true;
        }
    }

    private int BucketOf(DeduplicationKey key) => (int)((key.High ^ key.Low) & (ulong)(_buckets.Length - 1));

    private int Find(DeduplicationKey key)
    {
        int index = _buckets[BucketOf(key)];
        while (index != 0 && _entries[index].Key != key)
        {
            index = _entries[index].Next;
        }

        return index;
    }

    private int FindHeld(DeduplicationClaim claim)
    {
        int index = Find(claim.Key);
        return index != 0 && _entries[index].State == State.Running && _entries[index].Token == claim.Token ? index : 0;
    }

    private void End(int index, State state, long now)
    {
        _entries[index].State = state;
        _entries[index].Until = now + _window;
        Unlink(index);
        Link(index, Ended);
    }

    /// <summary>Makes room for a key and puts it in the table, in no list yet.</summary>
    private int Add(DeduplicationKey key, long now)
    {
        // Two at most, so that a shard that had to grow shrinks again and no claim takes long.
        for (int i = 0; i < 2 && _count >= _capacity; i++)
        {
            Evict(now);
        }

        int index = _free;
        if (index != 0)
        {
            _free = _entries[index].Next;
        }
        else
        {
            if (_used == _entries.Length)
            {
                Grow();
            }

            index = _used++;
        }

        ref int bucket = ref _buckets[BucketOf(key)];
        _entries[index] = new Entry { Key = key, Next = bucket };
        bucket = index;
        _count++;
        return index;
    }

    private void Remove(int index)
    {
        Unlink(index);
        ref int place = ref _buckets[BucketOf(_entries[index].Key)];
        while (place != index)
        {
            place = ref _entries[place].Next;
        }

        place = _entries[index].Next;
        _entries[index].Next = _free;
        _free = index;
        _count--;
    }

    private void RemoveExpired(long now)
    {
        for (int i = 0; i < RemovedPerClaim && _entries[Ended].Newer is int ended and not Ended && _entries[ended].Until <= now; i++)
        {
            Remove(ended);
        }

        // A handler that never came back: its lease is over, and so is the window in which its event could be delivered again.
        if (_entries[Running].Newer is int running and not Running && _entries[running].Until <= now - _window)
        {
            Remove(running);
        }
    }

    /// <summary>Removes the key that ended first, or one whose lease is over. When all are running, the shard grows above its capacity.</summary>
    private void Evict(long now)
    {
        int index = _entries[Ended].Newer;
        if (index == Ended)
        {
            index = _entries[Running].Newer;
            if (index == Running || _entries[index].Until > now)
            {
                return;
            }
        }

        if (index != _entries[Ended].Newer || _entries[index].Until > now)
        {
            _evicted++;
            _store.NoteEvicted();
        }

        Remove(index);
    }

    private void Link(int index, int list)
    {
        int newest = _entries[list].Older;
        _entries[index].Older = newest;
        _entries[index].Newer = list;
        _entries[newest].Newer = index;
        _entries[list].Older = index;
    }

    private void Unlink(int index)
    {
        (int older, int newer) = (_entries[index].Older, _entries[index].Newer);
        _entries[older].Newer = newer;
        _entries[newer].Older = older;
    }

    private void Grow()
    {
        int full = _capacity + FirstEntry;
        int length = _entries.Length < full ? (int)Math.Min(_entries.Length * 2L, full) : _entries.Length * 2;
        Array.Resize(ref _entries, length);
        if (_buckets.Length >= length)
        {
            return;
        }

        // Growing means that no entry is free, so every one belongs into the new table.
        _buckets = new int[_buckets.Length * 2];
        for (int i = FirstEntry; i < _used; i++)
        {
            ref int bucket = ref _buckets[BucketOf(_entries[i].Key)];
            _entries[i].Next = bucket;
            bucket = i;
        }
    }
}
