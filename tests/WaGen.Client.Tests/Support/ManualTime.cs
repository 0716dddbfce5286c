namespace WaGen.Client.Tests;

/// <summary>A clock that a test moves, with all timers that wait for it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(Predicate<TimeSpan> Fits, TaskCompletionSource<TimeSpan> Seen)> _waiting = [];
    private DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits for exactly this long.</summary>
    public Task WaitForAsync(TimeSpan due) => WaitForAsync(timer => timer == due);

    /// <summary>Moves the clock and runs what is due.</summary>
    public void Pass(TimeSpan time)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.At <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (ManualTimer timer in due)
        {
            timer.Run();
        }
    }

    /// <summary>Waits until somebody waits for exactly this long, then lets the time pass.</summary>
    public async Task PassAsync(TimeSpan due)
    {
        await WaitForAsync(due);
        Pass(due);
    }

    /// <summary>Waits until somebody pauses before another try, for some seconds, then lets the time pass.</summary>
    /// <returns>The pause.</returns>
    public async Task<TimeSpan> PassBackoffAsync()
    {
        TimeSpan pause = await WaitForAsync(static due => due < TimeSpan.FromSeconds(20));
        Pass(pause);
        return pause;
    }

    private Task<TimeSpan> WaitForAsync(Predicate<TimeSpan> fits)
    {
        lock (_lock)
        {
            if (_timers.Find(timer => fits(timer.Due)) is { } timer)
            {
                return Task.FromResult(timer.Due);
            }

            var seen = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((fits, seen));
            return seen.Task.WaitAsync(Patience);
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public DateTimeOffset At { get; private set; }

        public void Run() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                Due = dueTime;
                At = time._now + dueTime;
                time._timers.Add(this);
                foreach ((Predicate<TimeSpan> _, TaskCompletionSource<TimeSpan> seen) in time._waiting.Where(waiting => waiting.Fits(dueTime)))
                {
                    seen.TrySetResult(dueTime);
                }

                time._waiting.RemoveAll(waiting => waiting.Fits(dueTime));
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
