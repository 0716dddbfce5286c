using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Deduplication;

/// <summary>What is the same event, and what becomes of it when it comes again.</summary>
public class RepetitionTests
{
    private static readonly (WebhookResult, int, int, int, int) Handled = (WebhookResult.Accepted, 0, 0, 0, 0);
    private static readonly (WebhookResult, int, int, int, int) Skipped = (WebhookResult.Accepted, 0, 0, 1, 0);

    private static readonly string[] PinnedKeys =
        ["bef31edf34c19a97aa0fc0d041f92c58", "2416a287960f1fd955129e1493f3ba2e", "6bdbb7a2f32c65399b7767f2bc8f8080"];

    [Fact]
    public async Task The_same_event_in_another_body_is_skipped()
    {
        var recorder = new Recorder();
        var observer = new Duplicates();
        WebhookProcessor processor = Deduplicating.Processor(recorder, observer: observer);

        Assert.Equal(Handled, (await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")))).Short());
        Assert.Equal(Skipped, (await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2")))).Short());
        Assert.Equal(Skipped, (await processor.ProcessVerifiedAsync(Parcels.Notices(Parcels.Arrived("2")))).Short());

        Assert.Equal(["arrived 1", "arrived 2"], recorder.Log);
        Assert.Equal(["shipments Arrived 1/arrived", "shipments Arrived 2/arrived"], observer.Lines);
    }

    [Fact]
    public async Task Without_a_store_everything_runs_each_time()
    {
        var recorder = new Recorder();
        WebhookProcessor processor = Parcels.Processor(recorder);
        byte[] body = Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("1"));

        await processor.ProcessSignedAsync(body);
        Assert.Equal(Handled, (await processor.ProcessSignedAsync(body)).Short());

        Assert.Equal(4, recorder.Log.Count);
    }

    [Fact]
    public async Task Another_entry_kind_or_field_is_another_event()
    {
        var recorder = new Recorder();
        WebhookProcessor processor = Deduplicating.Processor(recorder);
        byte[][] bodies =
        [
            Deduplicating.NoticeOf("D", "12"),
            Deduplicating.NoticeOf("D1", "2"),
            Deduplicating.NoticeOf("D1", "12"),
            Parcels.Notices("""{"id":"2","kind":"delayed"}"""),
            Parcels.Body(Parcels.Report("shipments", """{"scans":[{"id":"2"}],"trips":[{"legs":[{"id":"2"}]}]}""")),
        ];

        foreach (byte[] body in bodies)
        {
            Assert.Equal(Handled, (await processor.ProcessSignedAsync(body)).Short());
        }

        Assert.Equal(6, recorder.Log.Count);
    }

    [Fact]
    public async Task Events_without_identity_are_the_same_only_at_the_same_place_of_the_same_body()
    {
        var recorder = new Recorder();
        WebhookProcessor processor = Deduplicating.Processor(recorder);
        byte[] body = Parcels.Body(Parcels.Report("audit", """{"note":"n"}"""), Parcels.Report("audit", """{"note":"n"}"""));
        byte[] other = [.. body, (byte)' '];

        Assert.Equal(Handled, (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 2, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal(Handled, (await processor.ProcessSignedAsync(other)).Short());
        Assert.Equal(Handled, (await processor.ProcessVerifiedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 2, 0), (await processor.ProcessVerifiedAsync(body)).Short());
        Assert.Equal(Handled, (await processor.ProcessVerifiedAsync(other)).Short());

        Assert.Equal(8, recorder.Log.Count);
    }

    [Fact]
    public async Task The_hook_gets_a_part_once()
    {
        var recorder = new Recorder();
        var observer = new Duplicates();
        WebhookProcessor processor = Deduplicating.Processor(recorder, observer: observer);
        byte[] body = Parcels.Body(Parcels.Report("later", "{}"), Parcels.Report("shipments", """{"notices":[7,7]}"""));

        Assert.Equal((WebhookResult.Accepted, 3, 0, 0, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 3, 0), (await processor.ProcessSignedAsync(body)).Short());

        Assert.Equal(3, recorder.Log.Count);
        Assert.Equal(["UnknownField later", "MalformedItem shipments", "MalformedItem shipments"], observer.Lines);
    }

    [Fact]
    public async Task The_hook_gets_a_body_that_is_not_json_once_and_the_answer_stays()
    {
        var recorder = new Recorder();
        WebhookProcessor processor = Deduplicating.Processor(recorder);

        Assert.Equal((WebhookResult.NotJson, 1, 0, 0, 0), (await processor.ProcessSignedAsync("{"u8.ToArray())).Short());
        Assert.Equal((WebhookResult.NotJson, 0, 0, 1, 0), (await processor.ProcessSignedAsync("{"u8.ToArray())).Short());
        Assert.Equal((WebhookResult.NotJson, 1, 0, 0, 0), (await processor.ProcessSignedAsync("["u8.ToArray())).Short());

        Assert.Equal(2, recorder.Log.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Twice_in_one_body_runs_once(int concurrency)
    {
        var recorder = new Recorder { OnNotice = static async (_, _, token) => await Task.Delay(5, token) };
        WebhookProcessor processor = Deduplicating.Processor(recorder, new WebhookProcessorOptions { MaxConcurrency = concurrency });

        // The same events under other order keys, which would be lanes of their own.
        byte[] body = Parcels.Notices(
            [.. Enumerable.Range(0, 20).Select(static i => Parcels.Arrived($"{i % 10}", $"owner-{i}"))]);

        Assert.Equal((WebhookResult.Accepted, 0, 0, 10, 0), (await processor.ProcessSignedAsync(body)).Short());
        Assert.Equal((WebhookResult.Accepted, 0, 0, 20, 0), (await processor.ProcessSignedAsync(body)).Short());

        Assert.Equal(Enumerable.Range(0, 10).Select(static i => $"arrived {i}"), recorder.Log.Order());
    }

    [Fact]
    public async Task While_an_event_runs_elsewhere_it_is_deferred_and_the_others_run()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var recorder = new Recorder
        {
            OnNotice = async (notice, _, _) =>
            {
                if (notice.Id == "slow")
                {
                    started.SetResult();
                    await go.Task;
                }
                else if (notice.Id == "bad")
                {
                    throw new InvalidOperationException();
                }
            },
        };
        WebhookProcessor processor = Deduplicating.Processor(recorder);

        Task<WebhookOutcome> first = processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("slow"))).AsTask();
        await started.Task;
        WebhookOutcome second = await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("slow"), Parcels.Arrived("other"), "7"));
        WebhookOutcome third = await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("slow"), Parcels.Arrived("bad")));
        go.SetResult();

        Assert.Equal(Handled, (await first).Short());
        Assert.Equal((WebhookResult.Deferred, 1, 0, 0, 1), second.Short());
        Assert.Equal((WebhookResult.HandlerFailed, 0, 1, 0, 1), third.Short());
        Assert.Equal(Skipped, (await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("slow")))).Short());
        Assert.Equal(["arrived slow", "arrived other", "MalformedItem shipments - D1 'batches[0].reports[0].data.notices[2]'", "arrived bad"], recorder.Log);
    }

    [Fact]
    public async Task After_the_window_an_event_is_new()
    {
        var time = new ManualTime();
        var recorder = new Recorder();
        WebhookProcessor processor = Deduplicating.Processor(
            recorder, new WebhookProcessorOptions { DeduplicationStore = new InMemoryDeduplicationStore(new() { TimeProvider = time }) });
        byte[] body = Parcels.Notices(Parcels.Arrived("1"));
        await processor.ProcessSignedAsync(body);

        time.Pass(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(Skipped, (await processor.ProcessSignedAsync(body)).Short());
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Handled, (await processor.ProcessSignedAsync(body)).Short());
    }

    [Theory]
    [InlineData("one", "one", 1)]
    [InlineData("one", "two", 2)]
    public async Task Processors_with_one_store_share_what_they_know_within_a_scope(string first, string second, int runs)
    {
        var store = new InMemoryDeduplicationStore();
        var recorder = new Recorder();
        foreach (string scope in (IEnumerable<string>)[first, second])
        {
            await Deduplicating.Processor(recorder, new WebhookProcessorOptions { DeduplicationStore = store, DeduplicationScope = scope })
                .ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));
        }

        Assert.Equal(runs, recorder.Log.Count);
    }

    [Fact]
    public async Task Keys_are_the_same_in_every_process_and_version()
    {
        var store = new Deduplicating.SpyStore();
        WebhookProcessor processor = Deduplicating.Processor(
            [new Recorder { OnNotice = static (_, context, _) => context.Unhandled() }, new Recorder()],
            new Recorder(),
            new WebhookProcessorOptions { DeduplicationStore = store, DeduplicationScope = "shop" });

        await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), "7"));

        // Handlers and hook of an event with identity, then a part without. Stored keys depend on these; they change with a new format only.
        Assert.Equal(PinnedKeys, store.Asked.Select(static asked => asked.Key.ToString()));
    }

    private sealed class Duplicates : WebhookObserver
    {
        public List<string> Lines { get; } = [];

        public override void OnDuplicate(in WebhookDelivery delivery) => Lines.Add($"{delivery} {delivery.Identity}");

        public override void OnUnhandledDuplicate(in UnhandledEvent unhandled) => Lines.Add($"{unhandled.Reason} {unhandled.Field}");
    }
}
