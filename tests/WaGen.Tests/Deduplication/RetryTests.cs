using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Deduplication;

/// <summary>A delivery after a failure runs what has failed and nothing else.</summary>
public class RetryTests
{
    private static readonly byte[] One = Parcels.Notices(Parcels.Arrived("1"));

    [Fact]
    public async Task Only_handlers_that_failed_run_again_and_only_on_events_where_they_did()
    {
        int failures = 1;
        var first = new Recorder();
        var second = new Recorder { OnNotice = (notice, _, _) => notice.Id == "2" && failures-- > 0 ? throw new InvalidOperationException() : default };
        WebhookProcessor processor = Deduplicating.Processor([first, second], hook: null);
        byte[] body = Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), Parcels.Arrived("3"));

        Assert.Equal((WebhookResult.HandlerFailed, 0, 1, 0, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 2, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 3, 0), (await processor.ProcessSignedAsync(body)).Short());

        Assert.Equal(["arrived 1", "arrived 2", "arrived 3"], first.Log);
        Assert.Equal(["arrived 1", "arrived 2", "arrived 3", "arrived 2"], second.Log);
    }

    [Fact]
    public async Task The_hook_comes_when_the_last_handler_has_left_the_event_at_last()
    {
        int failures = 1;
        var hook = new Recorder();
        var first = new Recorder { OnNotice = static (_, context, _) => context.Unhandled() };
        var second = new Recorder { OnNotice = (_, context, _) => failures-- > 0 ? throw new InvalidOperationException() : context.Unhandled() };
        WebhookProcessor processor = Deduplicating.Processor([first, second], hook);

        Assert.Equal((WebhookResult.HandlerFailed, 0, 1, 0, 0), (await processor.ProcessSignedAsync(One)).Short());
        Assert.Empty(hook.Log);
        Assert.Equal((WebhookResult.Accepted, 1, 0, 0, 0), (await processor.ProcessSignedAsync(One)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 1, 0), (await processor.ProcessSignedAsync(One)).Short());

        Assert.Single(first.Log);
        Assert.Equal(2, second.Log.Count);
        Assert.StartsWith("NotHandled", Assert.Single(hook.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_was_taken_before_stays_taken_when_another_handler_leaves_it_later()
    {
        int failures = 1;
        var hook = new Recorder();
        var second = new Recorder { OnNotice = (_, context, _) => failures-- > 0 ? throw new InvalidOperationException() : context.Unhandled() };
        WebhookProcessor processor = Deduplicating.Processor([new Recorder(), second], hook);

        await processor.ProcessSignedAsync(One);
        Assert.Equal((WebhookResult.Accepted, 0, 0, 0, 0), (await processor.ProcessSignedAsync(One)).Short());

        Assert.Empty(hook.Log);
    }

    [Fact]
    public async Task Leaving_an_event_and_failing_says_nothing_about_the_next_handler()
    {
        int failures = 1;
        var hook = new Recorder();
        var first = new Recorder
        {
            OnNotice = async (_, context, _) =>
            {
                await context.Unhandled();
                if (failures-- > 0)
                {
                    throw new InvalidOperationException();
                }
            },
        };
        WebhookProcessor processor = Deduplicating.Processor([first, new Recorder()], hook);

        await processor.ProcessSignedAsync(One);
        await processor.ProcessSignedAsync(One);

        Assert.Empty(hook.Log);
    }

    [Fact]
    public async Task A_hook_that_failed_is_all_that_runs_again()
    {
        int failures = 2;
        var handler = new Recorder { OnNotice = static (_, context, _) => context.Unhandled() };
        var hook = new Recorder { OnUnhandled = (_, _) => failures-- > 0 ? throw new InvalidOperationException() : default };
        WebhookProcessor processor = Deduplicating.Processor([handler], hook);
        byte[] body = Parcels.Notices(Parcels.Arrived("1"), "7");

        Assert.Equal((WebhookResult.HandlerFailed, 2, 2, 0, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 2, 0, 0, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 2, 0), (await processor.ProcessSignedAsync(body)).Short());

        Assert.Single(handler.Log);
        Assert.Equal(4, hook.Log.Count);
    }

    [Fact]
    public async Task Two_handlers_of_one_class_are_two()
    {
        int failures = 1;
        var first = new Recorder();
        var second = new Recorder { OnNotice = (_, _, _) => failures-- > 0 ? throw new InvalidOperationException() : default };
        WebhookProcessor processor = Deduplicating.Processor([first, second], hook: null);

        await processor.ProcessSignedAsync(One);
        await processor.ProcessSignedAsync(One);

        Assert.Equal((1, 2), (first.Log.Count, second.Log.Count));
    }

    [Fact]
    public async Task A_handler_that_fails_too_often_is_given_up_and_the_hook_gets_the_event()
    {
        var first = new Recorder();
        var second = new Recorder { OnNotice = static (_, _, _) => throw new InvalidOperationException() };
        var hook = new Recorder();
        WebhookProcessor processor = Deduplicating.Processor([first, second], hook, new WebhookProcessorOptions { MaxAttempts = 3 });

        Assert.Equal((WebhookResult.HandlerFailed, 0, 1, 0, 0), (await processor.ProcessSignedAsync(One)).Short());
        Assert.Equal((WebhookResult.HandlerFailed, 0, 1, 0, 0), (await processor.ProcessSignedAsync(One)).Short());
        Assert.Empty(hook.Log);
        Assert.Equal((WebhookResult.Accepted, 1, 0, 0, 0), (await processor.ProcessSignedAsync(One)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 1, 0), (await processor.ProcessSignedAsync(One)).Short());

        Assert.Equal((1, 3), (first.Log.Count, second.Log.Count));
        Assert.Equal(["HandlerFailed shipments Arrived D1 'batches[0].reports[0].data.notices[0]'"], hook.Log);
    }

    [Fact]
    public async Task A_hook_that_fails_on_what_was_given_up_is_called_again_and_given_up_likewise()
    {
        var recorder = new Recorder { OnNotice = static (_, _, _) => throw new InvalidOperationException(), OnUnhandled = static (_, _) => throw new InvalidOperationException() };
        WebhookProcessor processor = Deduplicating.Processor(recorder, new WebhookProcessorOptions { MaxAttempts = 2 });

        WebhookResult[] results =
        [
            (await processor.ProcessSignedAsync(One)).Result,
            (await processor.ProcessSignedAsync(One)).Result,
            (await processor.ProcessSignedAsync(One)).Result,
            (await processor.ProcessSignedAsync(One)).Result,
        ];

        Assert.Equal([WebhookResult.HandlerFailed, WebhookResult.HandlerFailed, WebhookResult.Accepted, WebhookResult.Accepted], results);
        Assert.Equal(2, recorder.Log.Count(static line => line.StartsWith("arrived", StringComparison.Ordinal)));
        Assert.Equal(2, recorder.Log.Count(static line => line.StartsWith("HandlerFailed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Attempts_that_never_came_back_count_too()
    {
        var time = new ManualTime();
        var store = new InMemoryDeduplicationStore(new() { TimeProvider = time });
        var options = new WebhookProcessorOptions { DeduplicationStore = store, MaxAttempts = 1, ClaimLease = TimeSpan.FromMinutes(5) };
        var never = new TaskCompletionSource();
        var hook = new Recorder();
        var handler = new Recorder { OnNotice = (_, _, _) => new ValueTask(never.Task) };
        var faults = new Faults();
        WebhookProcessor processor = Deduplicating.Processor([handler], hook, options, faults);

        Task<WebhookOutcome> lost = processor.ProcessSignedAsync(One).AsTask();
        time.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal((WebhookResult.Deferred, 0, 0, 0, 1), (await processor.ProcessSignedAsync(One)).Short());
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((WebhookResult.Accepted, 1, 0, 0, 0), (await processor.ProcessSignedAsync(One)).Short());
        never.SetResult();
        await lost;

        Assert.Single(handler.Log);
        Assert.StartsWith("HandlerFailed", Assert.Single(hook.Log), StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(Assert.Single(faults.Told));
    }

    [Fact]
    public async Task When_the_lease_is_over_another_delivery_runs_the_handler()
    {
        var time = new ManualTime();
        var go = new TaskCompletionSource();
        var recorder = new Recorder { OnNotice = (_, _, _) => new ValueTask(go.Task) };
        WebhookProcessor processor = Deduplicating.Processor(
            recorder, new WebhookProcessorOptions { DeduplicationStore = new InMemoryDeduplicationStore(new() { TimeProvider = time }) });

        Task<WebhookOutcome> first = processor.ProcessSignedAsync(One).AsTask();
        time.Pass(TimeSpan.FromHours(1));
        Task<WebhookOutcome> second = processor.ProcessSignedAsync(One).AsTask();
        Assert.Equal(2, recorder.Log.Count);
        go.SetResult();

        Assert.Equal((WebhookResult.Accepted, WebhookResult.Accepted), ((await first).Result, (await second).Result));
    }

    [Fact]
    public async Task What_a_stop_cancels_or_keeps_from_starting_is_no_attempt()
    {
        using var stop = new CancellationTokenSource();
        var recorder = new Recorder
        {
            OnNotice = async (_, _, token) =>
            {
                if (!stop.IsCancellationRequested)
                {
                    await stop.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }
            },
        };
        WebhookProcessor processor = Deduplicating.Processor(recorder, new WebhookProcessorOptions { MaxAttempts = 1 });
        byte[] body = Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), "7");

        Assert.Equal((WebhookResult.HandlerFailed, 0, 3, 0, 0), (await processor.ProcessSignedAsync(body, stop.Token)).Short());
        Assert.Equal((WebhookResult.Accepted, 1, 0, 0, 0), (await processor.ProcessSignedAsync(body)).Short());

        Assert.Equal(2, recorder.Log.Count(static line => line == "arrived 1"));
        Assert.DoesNotContain(recorder.Log, static line => line.StartsWith("HandlerFailed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scope_that_fails_at_its_end_makes_its_handlers_run_again()
    {
        var scopes = new Scopes { Failures = 1 };
        var single = new Recorder();
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Singleton(single), WebhookHandlerRegistration.Scoped<Scopes.Handler>(scopes)],
            Parcels.Verifier,
            new WebhookProcessorOptions { DeduplicationStore = new InMemoryDeduplicationStore() });
        byte[] body = Parcels.Body(Parcels.Report("shipments", """{"scans":[{"id":"1"}]}"""));

        Assert.Equal((WebhookResult.HandlerFailed, 0, 1, 0, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 0, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 1, 0), (await processor.ProcessSignedAsync(body)).Short());

        Assert.Equal((1, 2, 2), (single.Log.Count, scopes.Calls, scopes.Made));
    }

    private sealed class Scopes : IWebhookScopeFactory, IWebhookScope
    {
        public int Failures { get; set; }

        public int Calls { get; private set; }

        public int Made { get; private set; }

        public IWebhookScope CreateScope()
        {
            Made++;
            return this;
        }

        object IWebhookScope.GetHandler(Type handlerType) => new Handler(this);

        public ValueTask DisposeAsync() => Failures-- > 0 ? throw new InvalidOperationException("commit") : default;

        internal sealed class Handler(Scopes scopes) : IShipmentsHandler
        {
            public ValueTask OnScanAsync(Scan scan, ShipmentsContext context, CancellationToken cancellationToken)
            {
                scopes.Calls++;
                return default;
            }
        }
    }

    private sealed class Faults : WebhookObserver
    {
        public List<Exception> Told { get; } = [];

        public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception) => Told.Add(exception);
    }
}
