using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Deduplication;

/// <summary>A store that fails loses no event and runs none without knowing.</summary>
public class StoreFaultTests
{
    private static readonly byte[] Two = Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), "7");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_cannot_be_claimed_does_not_run_and_the_others_do(bool isLate)
    {
        var store = new Deduplicating.SpyStore { IsLate = isLate, Fails = static (operation, asked) => operation == DeduplicationOperation.Claim && asked is 1 or 3 };
        var recorder = new Recorder();
        var observer = new Faults();
        WebhookProcessor processor = Deduplicating.Processor(recorder, new WebhookProcessorOptions { DeduplicationStore = store }, observer);

        Assert.Equal((WebhookResult.Deferred, 0, 0, 0, 2), (await processor.ProcessSignedAsync(Two)).Short());
        Assert.Equal(["arrived 2"], recorder.Log);
        Assert.Equal(["Claim TimeoutException", "Claim TimeoutException"], observer.Lines);
        Assert.Equal((WebhookResult.Accepted, 1, 0, 1, 0), (await processor.ProcessSignedAsync(Two)).Short());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_weighs_more_than_a_store_that_fails(bool isLate)
    {
        var store = new Deduplicating.SpyStore { IsLate = isLate, Fails = static (operation, asked) => operation == DeduplicationOperation.Claim && asked == 1 };
        var recorder = new Recorder { OnNotice = static (_, _, _) => throw new InvalidOperationException() };

        WebhookOutcome outcome = await Deduplicating.Processor(recorder, new WebhookProcessorOptions { DeduplicationStore = store }).ProcessSignedAsync(Two);

        Assert.Equal((WebhookResult.HandlerFailed, 1, 1, 0, 1), outcome.Short());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_handled_stays_handled_when_it_cannot_be_noted(bool isLate)
    {
        var store = new Deduplicating.SpyStore { IsLate = isLate, Fails = static (operation, _) => operation == DeduplicationOperation.Complete };
        var recorder = new Recorder();
        var observer = new Faults();
        WebhookProcessor processor = Deduplicating.Processor(recorder, new WebhookProcessorOptions { DeduplicationStore = store }, observer);

        Assert.Equal((WebhookResult.Accepted, 1, 0, 0, 0), (await processor.ProcessSignedAsync(Two)).Short());
        Assert.Equal((WebhookResult.Deferred, 0, 0, 0, 3), (await processor.ProcessSignedAsync(Two)).Short());
        Assert.Equal(Enumerable.Repeat("Complete TimeoutException", 3), observer.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_failed_stays_failed_when_it_cannot_be_given_back(bool isLate)
    {
        var store = new Deduplicating.SpyStore { IsLate = isLate, Fails = static (operation, _) => operation == DeduplicationOperation.Release };
        var recorder = new Recorder { OnNotice = static (_, _, _) => throw new InvalidOperationException() };
        var observer = new Faults();
        WebhookProcessor processor = Deduplicating.Processor(recorder, new WebhookProcessorOptions { DeduplicationStore = store }, observer);

        Assert.Equal((WebhookResult.HandlerFailed, 1, 2, 0, 0), (await processor.ProcessSignedAsync(Two)).Short());
        Assert.Equal(Enumerable.Repeat("Release TimeoutException", 2), observer.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_claim_that_the_stop_cancels_is_no_fault_of_the_store(bool isLate)
    {
        using var stop = new CancellationTokenSource();
        var store = new Deduplicating.SpyStore
        {
            IsLate = isLate,
            Fails = (_, _) =>
            {
                stop.Cancel();
                return true;
            },
        };
        var observer = new Faults();
        WebhookProcessor processor = Deduplicating.Processor(new Recorder(), new WebhookProcessorOptions { DeduplicationStore = store }, observer);

        Assert.Equal((WebhookResult.HandlerFailed, 0, 3, 0, 0), (await processor.ProcessSignedAsync(Two, stop.Token)).Short());
        Assert.Empty(observer.Lines);
    }

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(10, null, 60)]
    [InlineData(40, null, 160)]
    [InlineData(10, 11, 11)]
    public async Task Leases_outlive_the_time_of_handlers(int? timeoutMinutes, int? leaseMinutes, int expected)
    {
        var store = new Deduplicating.SpyStore();
        var options = new WebhookProcessorOptions
        {
            DeduplicationStore = store,
            HandlerTimeout = timeoutMinutes is { } timeout ? TimeSpan.FromMinutes(timeout) : Timeout.InfiniteTimeSpan,
            ClaimLease = leaseMinutes is { } lease ? TimeSpan.FromMinutes(lease) : null,
        };

        await Deduplicating.Processor([new Recorder(), new Recorder()], hook: null, options).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));

        Assert.Equal([TimeSpan.FromMinutes(expected), TimeSpan.FromMinutes(expected)], store.Asked.Select(static asked => asked.Lease));
    }

    [Fact]
    public void Options_that_cannot_work_are_refused()
    {
        WebhookProcessorOptions[] wrong =
        [
            new() { DeduplicationStore = new InMemoryDeduplicationStore(), MaxAttempts = 0 },
            new() { MaxAttempts = 1 },
            new() { DeduplicationScope = null! },
            new() { ClaimLease = TimeSpan.Zero },
            new() { ClaimLease = TimeSpan.FromMinutes(1), HandlerTimeout = TimeSpan.FromMinutes(1) },
        ];

        Assert.All(wrong, static options => Assert.Throws<ArgumentException>(() => Parcels.Processor(new Recorder(), options)));
    }

    private sealed class Faults : WebhookObserver
    {
        public List<string> Lines { get; } = [];

        public override void OnDeduplicationFailed(DeduplicationOperation operation, Exception exception) => Lines.Add($"{operation} {exception.GetType().Name}");
    }
}
