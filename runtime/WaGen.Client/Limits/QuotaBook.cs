namespace WaGen.Client;

/// <summary>Counts the calls of all accounts and lets those wait that would be too many. Outlives changes of the options, but not the process.</summary>
/// <param name="store">Tells which accounts have numbers; null without one.</param>
/// <param name="time">The clock.</param>
internal sealed class QuotaBook(ITokenStore? store, TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(ApiDefinition Api, string Quota, string Key), QuotaWindow> _windows = [];
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _swept;

    /// <summary>How many windows are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _windows.Count;
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits until the call may be sent, and counts it.</summary>
    /// <returns>The places; their end has to be told. Or why the call may not be sent within <see cref="WhatsAppClientOptions.MaxQueueTime"/>.</returns>
    public async ValueTask<QuotaPlaces> WaitAsync(ApiCall call, WhatsAppClientOptions options, CancellationToken cancellationToken)
    {
        List<(ApiQuota Quota, string Key)> needed = Needed(call.Operation, call.Arguments, call.Account);
        if (needed.Count == 0)
        {
            return QuotaPlaces.None;
        }

        HashSet<string> active = await ActiveAsync(needed, options, cancellationToken).ConfigureAwait(false);
        QuotaWindow[] windows;
        QuotaWaiter? waiter = null;
        TimeSpan start = Now;
        lock (_lock)
        {
            windows = Open(call.Operation.Api, needed, active, options);
            if (Try(windows, waiter, start, options.MaxQueueTime) is { } places)
            {
                return places;
            }

            waiter = new QuotaWaiter();
            Array.ForEach(windows, window => window.Waiters.Add(waiter));
        }

        try
        {
            while (true)
            {
                TimeSpan wait;
                lock (_lock)
                {
                    if (Try(windows, waiter, start, options.MaxQueueTime) is { } places)
                    {
                        return places;
                    }

                    waiter.Renew();
                    wait = WaitOf(windows, waiter, Now).Wait;
                }

                await waiter.Changed.WaitAsync(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            lock (_lock)
            {
                // Whoever got a place is out of the row already; the place of who gave up goes to those behind.
                Leave(windows, waiter, isTaken: false);
            }
        }
    }

    /// <summary>Notes that a call has ended.</summary>
    /// <param name="places">Its places.</param>
    /// <param name="wasSent">Whether it left; otherwise it does not count.</param>
    /// <param name="usage">What the answer told of accounts.</param>
    public void End(QuotaPlaces places, bool wasSent, IReadOnlyList<AccountUsage> usage)
    {
        if (places.Windows.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (QuotaWindow window in places.Windows)
            {
                window.End(places.Taken, wasSent);
            }

            foreach (AccountUsage account in usage)
            {
                foreach (QuotaWindow window in places.Windows.Where(window => window.Quota.CallsWhenActive is not null && window.Key == account.Id))
                {
                    window.Correct(account, Now);
                }
            }
        }
    }

    /// <summary>How much is left of the tightest quota that an operation counts against.</summary>
    /// <returns>Null when it counts against none.</returns>
    public async ValueTask<QuotaState?> LookAsync(ApiOperation operation, string? account, WhatsAppClientOptions options, CancellationToken cancellationToken)
    {
        List<(ApiQuota Quota, string Key)> needed = Needed(operation, [], account);
        HashSet<string> active = await ActiveAsync(needed, options, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            TimeSpan now = Now;
            return Open(operation.Api, needed, active, options)
                .Select(window => new QuotaState(
                    window.Quota.Name, window.Limit, window.Quota.Period, window.Remaining(now), time.GetUtcNow() + window.WaitOf(window.Waiters.Count, now)))
                .OrderByDescending(static state => state.NextAt)
                .ThenBy(static state => state.Remaining)
                .FirstOrDefault();
        }
    }

    private static List<(ApiQuota Quota, string Key)> Needed(ApiOperation operation, ApiArguments arguments, string? account)
    {
        var needed = new List<(ApiQuota Quota, string Key)>(operation.Quotas.Count);
        foreach (string name in operation.Quotas)
        {
            ApiQuota quota = operation.Api.Quotas.TryGetValue(name, out ApiQuota? found)
                ? found
                : throw new InvalidOperationException($"{operation.Name} names the quota '{name}', which the API does not list.");
            if (quota.Per is null || (arguments[quota.Per] ?? account) is not null)
            {
                needed.Add((quota, quota.Per is null ? string.Empty : (arguments[quota.Per] ?? account)!));
            }
        }

        return needed;
    }

    private static (TimeSpan Wait, QuotaWindow Tightest) WaitOf(QuotaWindow[] windows, QuotaWaiter? waiter, TimeSpan now) => windows
        .Select(window => (Wait: window.WaitOf(waiter is null ? window.Waiters.Count : window.Waiters.IndexOf(waiter), now), Tightest: window))
        .MaxBy(static pair => pair.Wait);

    /// <summary>The accounts that the token store knows with a number.</summary>
    private async ValueTask<HashSet<string>> ActiveAsync(List<(ApiQuota Quota, string Key)> needed, WhatsAppClientOptions options, CancellationToken cancellationToken)
    {
        var active = new HashSet<string>(StringComparer.Ordinal);
        foreach ((ApiQuota quota, string key) in needed)
        {
            if (store is not null && quota.CallsWhenActive is not null && Told(options, key) is null
                && await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { PhoneNumberIds.Count: > 0 })
            {
                active.Add(key);
            }
        }

        return active;
    }

    private static bool? Told(WhatsAppClientOptions options, string key) => options.Accounts.TryGetValue(key, out WhatsAppAccountOptions? account) ? account.IsActive : null;

    private QuotaWindow[] Open(ApiDefinition api, List<(ApiQuota Quota, string Key)> needed, HashSet<string> active, WhatsAppClientOptions options)
    {
        Sweep();
        var windows = new QuotaWindow[needed.Count];
        for (int i = 0; i < windows.Length; i++)
        {
            (ApiQuota quota, string key) = needed[i];
            if (!_windows.TryGetValue((api, quota.Name, key), out QuotaWindow? window))
            {
                window = new QuotaWindow(quota, key);
                _windows.Add((api, quota.Name, key), window);
            }

            window.ToldActive = Told(options, key);
            if (active.Contains(key))
            {
                window.Activate();
            }

            windows[i] = window;
        }

        return windows;
    }

    private static void Leave(QuotaWindow[] windows, QuotaWaiter? waiter, bool isTaken)
    {
        foreach (QuotaWindow window in windows)
        {
            if (waiter is not null && window.Waiters.Remove(waiter) && !isTaken)
            {
                window.Signal();
            }
        }
    }

    /// <summary>Takes the places when they are free, or tells that they will not be in time; null when the call has to wait.</summary>
    private QuotaPlaces? Try(QuotaWindow[] windows, QuotaWaiter? waiter, TimeSpan start, TimeSpan longest)
    {
        TimeSpan now = Now;
        (TimeSpan wait, QuotaWindow tightest) = WaitOf(windows, waiter, now);
        if (wait > TimeSpan.Zero)
        {
            return now - start + wait <= longest ? null : new QuotaPlaces { Windows = [], Refusing = tightest.Quota, Wait = wait, IsBlocked = tightest.IsBlocked(now) };
        }

        Leave(windows, waiter, isTaken: true);
        Array.ForEach(windows, window => window.Take(now));
        return new QuotaPlaces { Windows = windows, Taken = now };
    }

    private void Sweep()
    {
        TimeSpan now = Now;
        if (now - _swept < SweepInterval)
        {
            return;
        }

        _swept = now;
        foreach ((ApiDefinition Api, string Quota, string Key) key in _windows.Where(pair => pair.Value.IsIdle(now)).Select(static pair => pair.Key).ToArray())
        {
            _windows.Remove(key);
        }
    }
}
