using System.Threading.RateLimiting;

namespace WaGen.Client.Tests;

/// <summary>The limiter itself: who waits how long.</summary>
public sealed class LimiterTests
{
    private static readonly TimeSpan Six = TimeSpan.FromSeconds(6);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_burst_passes_at_once_and_then_one_in_each_interval()
    {
        using PacedRateLimiter limiter = Limiter(burst: 45);
        for (int i = 0; i < 45; i++)
        {
            Assert.True((await limiter.AcquireAsync()).IsAcquired);
        }

        Task<RateLimitLease>[] waiting = [.. Enumerable.Range(0, 3).Select(_ => limiter.AcquireAsync().AsTask())];
        Assert.Equal([false, false, false], waiting.Select(static task => task.IsCompleted));
        for (int i = 0; i < 3; i++)
        {
            _time.Pass(Six - TimeSpan.FromTicks(1));
            Assert.Equal(i, waiting.Count(static task => task.IsCompleted));
            _time.Pass(TimeSpan.FromTicks(1));
            await waiting[i];
        }
    }

    [Fact]
    public async Task Rest_fills_the_bucket_but_no_further_than_its_size()
    {
        using PacedRateLimiter limiter = Limiter(burst: 3);
        await TakeAsync(limiter, 3);
        _time.Pass(Six * 2);
        Assert.Equal(2, limiter.GetStatistics()!.CurrentAvailablePermits);
        _time.Pass(Six * 100);
        Assert.Equal(3, limiter.GetStatistics()!.CurrentAvailablePermits);
        await TakeAsync(limiter, 3);
        Assert.False(limiter.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public async Task Who_would_wait_too_long_is_refused_with_the_time()
    {
        using PacedRateLimiter limiter = Limiter(burst: 1, longest: Six * 2);
        await TakeAsync(limiter, 1);
        Task first = limiter.AcquireAsync().AsTask();
        Task second = limiter.AcquireAsync().AsTask();

        using RateLimitLease refused = await limiter.AcquireAsync();

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
        Assert.Equal(Six * 3, wait);
        Assert.Equal((2, 1), (limiter.GetStatistics()!.CurrentQueuedCount, limiter.GetStatistics()!.TotalFailedLeases));
        _time.Pass(Six * 2);
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task Who_gives_up_makes_room_for_who_comes_next()
    {
        using PacedRateLimiter limiter = Limiter(burst: 1);
        await TakeAsync(limiter, 1);
        using var cancel = new CancellationTokenSource();
        Task cancelled = limiter.AcquireAsync(1, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        Task next = limiter.AcquireAsync().AsTask();
        _time.Pass(Six);

        await next;
        Assert.Equal(0, limiter.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public async Task A_place_with_others_behind_it_is_not_given_out_twice()
    {
        using PacedRateLimiter limiter = Limiter(burst: 1);
        await TakeAsync(limiter, 1);
        using var cancel = new CancellationTokenSource();
        Task cancelled = limiter.AcquireAsync(1, cancel.Token).AsTask();
        Task behind = limiter.AcquireAsync().AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        Task next = limiter.AcquireAsync().AsTask();
        _time.Pass(Six * 2);

        await behind;
        Assert.False(next.IsCompleted);
        _time.Pass(Six);
        await next;
    }

    [Fact]
    public async Task It_is_idle_when_its_bucket_is_full()
    {
        using PacedRateLimiter limiter = Limiter(burst: 2);
        Assert.Equal(TimeSpan.Zero, limiter.IdleDuration);
        await TakeAsync(limiter, 1);
        Assert.Null(limiter.IdleDuration);
        _time.Pass(Six);
        Assert.Equal(TimeSpan.Zero, limiter.IdleDuration);
        _time.Pass(Six);
        Assert.Equal(Six, limiter.IdleDuration);
    }

    [Fact]
    public async Task Idle_limiters_are_thrown_away()
    {
        var set = new LimiterSet<int>(_ => Limiter(burst: 45), _time);
        for (int i = 0; i < 10_000; i++)
        {
            await set.AcquireAsync(i, CancellationToken.None);
        }

        Assert.Equal(10_000, set.Count);
        _time.Pass(TimeSpan.FromMinutes(1));
        await set.AcquireAsync(-1, CancellationToken.None);

        Assert.Equal(1, set.Count);
    }

    [Fact]
    public async Task A_limiter_that_is_not_full_again_stays()
    {
        var set = new LimiterSet<string>(_ => Limiter(burst: 20), _time);
        for (int i = 0; i < 20; i++)
        {
            await set.AcquireAsync("busy", CancellationToken.None);
        }

        _time.Pass(TimeSpan.FromMinutes(1));
        await set.AcquireAsync("other", CancellationToken.None);

        Assert.Equal(2, set.Count);
    }

    private static async Task TakeAsync(PacedRateLimiter limiter, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ValueTask<RateLimitLease> lease = limiter.AcquireAsync();
            Assert.True(lease.IsCompleted);
            Assert.True((await lease).IsAcquired);
        }
    }

    private PacedRateLimiter Limiter(int burst, TimeSpan? longest = null) => new(Six, burst, longest ?? TimeSpan.FromHours(1), _time);
}
