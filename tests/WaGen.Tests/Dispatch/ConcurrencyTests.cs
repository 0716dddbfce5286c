using System.Collections.Concurrent;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class ConcurrencyTests
{
    [Fact]
    public async Task Events_of_one_order_key_keep_their_order()
    {
        var byOwner = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        int running = 0;
        int most = 0;
        var recorder = new Recorder
        {
            OnNotice = async (notice, _, token) =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Delay(Random.Shared.Next(3), token);
                byOwner.GetOrAdd(notice.Owner!, static _ => new()).Enqueue(int.Parse(notice.Id!, System.Globalization.CultureInfo.InvariantCulture));
                Interlocked.Decrement(ref running);
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder, new WebhookProcessorOptions { MaxConcurrency = 4 }).ProcessSignedAsync(Parcels.Batch(200));

        Assert.Equal(new WebhookOutcome(WebhookResult.Accepted, 200, 0, 0, null), outcome);
        Assert.Equal(200, byOwner.Values.Sum(queue => queue.Count));
        Assert.All(byOwner.Values, queue => Assert.Equal(queue.Order(), queue));
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task Events_without_order_key_keep_their_order_within_the_field()
    {
        var recorder = new Recorder { OnNotice = static async (_, _, token) => await Task.Delay(1, token) };
        string scans = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"id":"{{i}}"}"""));
        string notices = string.Join(',', Enumerable.Range(0, 30).Select(i => Parcels.Arrived($"n{i}", $"owner-{i}")));

        await Parcels.Processor(recorder, new WebhookProcessorOptions { MaxConcurrency = 3 })
            .ProcessSignedAsync(Parcels.Body(Parcels.Report("shipments", $$"""{"scans":[{{scans}}],"notices":[{{notices}}]}""")));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"scan {i}"), recorder.Log.Where(line => line.StartsWith("scan", StringComparison.Ordinal)));
        Assert.Equal(130, recorder.Log.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task As_many_conversations_run_at_once_as_are_allowed(int concurrency)
    {
        int running = 0;
        var all = new TaskCompletionSource();
        var recorder = new Recorder
        {
            OnNotice = async (_, _, token) =>
            {
                if (Interlocked.Increment(ref running) == concurrency)
                {
                    all.SetResult();
                }

                await all.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
            },
        };
        byte[] body = Parcels.Notices([.. Enumerable.Range(0, concurrency).Select(i => Parcels.Arrived($"{i}", $"owner-{i}"))]);

        WebhookOutcome outcome = await Parcels.Processor(recorder, new WebhookProcessorOptions { MaxConcurrency = concurrency }).ProcessSignedAsync(body);

        Assert.Equal(new WebhookOutcome(WebhookResult.Accepted, concurrency, 0, 0, null), outcome);
    }

    [Fact]
    public async Task Failures_of_all_lanes_are_added_up()
    {
        var recorder = new Recorder
        {
            OnNotice = static async (notice, _, _) =>
            {
                await Task.Yield();
                throw new InvalidOperationException(notice.Id);
            },
        };
        byte[] body = Parcels.Notices([.. Enumerable.Range(0, 20).Select(i => i % 4 == 0 ? "9" : Parcels.Arrived($"{i}", $"owner-{i}"))]);

        WebhookOutcome outcome = await Parcels.Processor(recorder, new WebhookProcessorOptions { MaxConcurrency = 5 }).ProcessSignedAsync(body);

        Assert.Equal(new WebhookOutcome(WebhookResult.HandlerFailed, 15, 5, 15, null), outcome);
    }

    [Fact]
    public async Task A_handler_that_watches_its_token_ends_with_the_time()
    {
        var recorder = new Recorder { OnNotice = static async (notice, _, token) => await Task.Delay(notice.Id == "2" ? Timeout.Infinite : 0, token) };
        var failures = new List<Exception>();

        WebhookOutcome outcome = await Parcels.Processor(recorder, new WebhookProcessorOptions { HandlerTimeout = TimeSpan.FromMilliseconds(50) }, new Failures(failures))
            .ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), Parcels.Arrived("3")));

        Assert.Equal(new WebhookOutcome(WebhookResult.HandlerFailed, 3, 0, 1, null), outcome);
        Assert.IsAssignableFrom<OperationCanceledException>(Assert.Single(failures));
        Assert.Equal(["arrived 1", "arrived 2", "arrived 3"], recorder.Log);
    }

    [Fact]
    public async Task The_time_of_one_call_is_not_that_of_the_next()
    {
        var tokens = new List<bool>();
        var recorder = new Recorder
        {
            OnNotice = async (_, _, token) =>
            {
                await Task.Delay(40, CancellationToken.None);
                tokens.Add(token.IsCancellationRequested);
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder, new WebhookProcessorOptions { HandlerTimeout = TimeSpan.FromMilliseconds(2000) })
            .ProcessSignedAsync(Parcels.Batch(5));

        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.Equal(Enumerable.Repeat(false, 5), tokens);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_stop_keeps_from_starting_counts_as_failed(bool withTimeout)
    {
        using var stop = new CancellationTokenSource();
        var recorder = new Recorder
        {
            OnNotice = async (notice, _, token) =>
            {
                if (notice.Id == "2")
                {
                    await stop.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }
            },
        };
        var options = new WebhookProcessorOptions { HandlerTimeout = withTimeout ? TimeSpan.FromMinutes(1) : Timeout.InfiniteTimeSpan };

        WebhookOutcome outcome = await Parcels.Processor(recorder, options)
            .ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), Parcels.Arrived("3"), "4"), stop.Token);

        Assert.Equal(new WebhookOutcome(WebhookResult.HandlerFailed, 3, 0, 3, null), outcome);
        Assert.Equal(["arrived 1", "arrived 2"], recorder.Log);
    }

    [Fact]
    public async Task A_stop_between_two_handlers_of_an_event_fails_the_event()
    {
        using var stop = new CancellationTokenSource();
        var second = new Recorder();
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [
                WebhookHandlerRegistration.Singleton(new Recorder { OnNotice = async (_, _, _) => await stop.CancelAsync() }),
                WebhookHandlerRegistration.Singleton(second),
            ],
            Parcels.Verifier);

        WebhookOutcome outcome = await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")), stop.Token);

        Assert.Equal((WebhookResult.HandlerFailed, 1), (outcome.Result, outcome.Failed));
        Assert.Empty(second.Log);
    }

    private static void InterlockedMax(ref int place, int value)
    {
        int seen = Volatile.Read(ref place);
        while (value > seen && Interlocked.CompareExchange(ref place, value, seen) is int other && other != seen)
        {
            seen = other;
        }
    }

    private sealed class Failures(List<Exception> failures) : WebhookObserver
    {
        public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception) => failures.Add(exception);
    }
}
