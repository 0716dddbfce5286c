using System.Diagnostics;

namespace WaGen.Client;

/// <summary>The calls of one account, or of the whole app, that count against a quota now. Whoever uses it holds the lock of its <see cref="QuotaBook"/>.</summary>
/// <param name="quota">The quota.</param>
/// <param name="key">The id of the account; empty for the whole app.</param>
internal sealed class QuotaWindow(ApiQuota quota, string key)
{
    // A large quota is counted in steps of five seconds in an hour, so that thousands of accounts do not cost a megabyte each.
    private const int ExactUpTo = 1000;
    private const int Steps = 720;

    // When the header tells of calls that others made, nobody knows when: they are taken to have come evenly.
    private const int ForeignSteps = 20;
    private const int MostPercent = 200;

    // An account is taken to be in use when it made far more calls than its usage could mean otherwise. Only calls that have ended tell that: others may not be counted there yet.
    private const int SureFactor = 2;
    private const int SureCalls = 10;

    private readonly List<QuotaEntry> _entries = [];
    private readonly TimeSpan _step = Math.Max(quota.Calls, quota.CallsWhenActive ?? 0) <= ExactUpTo ? TimeSpan.Zero : quota.Period / Steps;
    private int _count;
    private int _open;
    private int _answered;
    private TimeSpan _answeredSince;
    private bool _isActive;
    private TimeSpan _blockedUntil = TimeSpan.MinValue;

    public ApiQuota Quota => quota;

    public string Key => key;

    /// <summary>What the options say about the account; null when they say nothing.</summary>
    public bool? ToldActive { get; set; }

    /// <summary>Whether the account is known to be in use and so may make more calls.</summary>
    public bool IsActive => ToldActive ?? _isActive;

    public int Limit => IsActive ? quota.CallsWhenActive ?? quota.Calls : quota.Calls;

    /// <summary>The calls that wait, in their order.</summary>
    public List<QuotaWaiter> Waiters { get; } = [];

    public bool IsBlocked(TimeSpan now) => _blockedUntil > now;

    /// <summary>Whether the window is as good as a new one.</summary>
    public bool IsIdle(TimeSpan now)
    {
        Forget(now);
        return _count == 0 && _open == 0 && Waiters.Count == 0 && !IsBlocked(now);
    }

    /// <summary>How many calls can be sent at once.</summary>
    public int Remaining(TimeSpan now)
    {
        Forget(now);
        return IsBlocked(now) ? 0 : Math.Max(Limit - _count - Waiters.Count, 0);
    }

    /// <summary>How long a call has to wait that has so many others before it.</summary>
    public TimeSpan WaitOf(int ahead, TimeSpan now)
    {
        Forget(now);
        return PlaceOf(ahead, now) - now;
    }

    /// <summary>Notes that the account is in use.</summary>
    public void Activate()
    {
        if (!_isActive)
        {
            _isActive = true;
            Signal();
        }
    }

    /// <summary>Counts a call that is about to be sent.</summary>
    public void Take(TimeSpan now)
    {
        _count++;
        _open++;
        if (_entries is [.., var last] && now - last.First < _step)
        {
            _entries[^1] = last with { Last = now, Count = last.Count + 1 };
        }
        else
        {
            _entries.Add(new(now, now, 1));
        }
    }

    /// <summary>Notes that a call has ended.</summary>
    /// <param name="taken">When it was counted.</param>
    /// <param name="wasSent">Whether it left; otherwise it does not count.</param>
    public void End(TimeSpan taken, bool wasSent)
    {
        _open--;
        if (wasSent)
        {
            _answeredSince = _answered == 0 ? taken : _answeredSince;
            _answered++;
        }

        int index = wasSent ? -1 : _entries.FindLastIndex(entry => entry.First <= taken);
        if (index >= 0)
        {
            Lower(index, 1);
            Signal();
        }
    }

    /// <summary>Corrects the own count by what the platform has counted.</summary>
    public void Correct(AccountUsage usage, TimeSpan now)
    {
        Forget(now);
        int percent = Math.Clamp(usage.Percent, 0, MostPercent);
        if (now - _answeredSince >= quota.Period)
        {
            _answered = 0;
        }

        if (!IsActive && quota.CallsWhenActive is not null && _answered > (SureFactor * Part(percent + 1)) + SureCalls)
        {
            _isActive = true;
        }

        // The header's whole numbers may be rounded up or down, and calls without an answer may be missing in it.
        int least = Part(percent);
        int most = Part(percent + 1) + _open;
        if (_count < least)
        {
            AddForeign(least - _count, now);
        }

        while (_count > most)
        {
            Lower(0, _count - most);
        }

        _blockedUntil = usage.Regain > TimeSpan.Zero ? now + usage.Regain : TimeSpan.MinValue;
        Signal();
    }

    /// <summary>Makes all who wait look again.</summary>
    public void Signal()
    {
        foreach (QuotaWaiter waiter in Waiters)
        {
            waiter.Signal();
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>The calls that a share of the limit means.</summary>
    private int Part(int percent) => (int)((long)Limit * percent / 100);

    private TimeSpan PlaceOf(int ahead, TimeSpan now)
    {
        int excess = _count + ahead + 1 - Limit;
        TimeSpan place = excess <= 0 ? now
            : excess <= _count ? FreeAt(excess)
            : PlaceOf(excess - _count - 1, now) + quota.Period;
        return Max(place, Max(_blockedUntil, now));
    }

    /// <summary>When so many of the counted calls are free again.</summary>
    private TimeSpan FreeAt(int calls)
    {
        foreach (QuotaEntry entry in _entries)
        {
            calls -= entry.Count;
            if (calls <= 0)
            {
                return entry.Last + quota.Period;
            }
        }

        throw new UnreachableException();
    }

    private void Forget(TimeSpan now)
    {
        int over = 0;
        while (over < _entries.Count && _entries[over].Last + quota.Period <= now)
        {
            _count -= _entries[over].Count;
            over++;
        }

        _entries.RemoveRange(0, over);
    }

    private void Lower(int index, int calls)
    {
        QuotaEntry entry = _entries[index];
        calls = Math.Min(calls, entry.Count);
        _count -= calls;
        if (calls == entry.Count)
        {
            _entries.RemoveAt(index);
        }
        else
        {
            _entries[index] = entry with { Count = entry.Count - calls };
        }
    }

    private void AddForeign(int calls, TimeSpan now)
    {
        for (int left = ForeignSteps; left > 0 && calls > 0; left--)
        {
            int part = (calls + left - 1) / left;
            TimeSpan at = now - (quota.Period * (left - 1) / ForeignSteps);
            _entries.Add(new(at, at, part));
            _count += part;
            calls -= part;
        }

        _entries.Sort(static (a, b) => a.Last.CompareTo(b.Last));
        Merge();
    }

    /// <summary>Puts together what happened within a step, so that the list stays short.</summary>
    private void Merge()
    {
        int kept = 0;
        for (int i = 1; i < _entries.Count; i++)
        {
            if (_entries[i].Last - _entries[kept].First < _step)
            {
                _entries[kept] = new(_entries[kept].First, _entries[i].Last, _entries[kept].Count + _entries[i].Count);
            }
            else
            {
                _entries[++kept] = _entries[i];
            }
        }

        _entries.RemoveRange(kept + 1, _entries.Count - kept - 1);
    }
}
