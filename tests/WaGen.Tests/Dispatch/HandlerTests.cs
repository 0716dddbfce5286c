using WaGen.Runtime;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class HandlerTests
{
    [Fact]
    public async Task Several_handlers_get_an_event_in_the_order_of_registration()
    {
        var log = new List<string>();
        WebhookProcessor processor = Processor(
            unhandled: null,
            new Recorder { OnNotice = (notice, _, _) => Add(log, $"first {notice.Id}") },
            new Recorder { OnNotice = (notice, _, _) => Add(log, $"second {notice.Id}") });

        WebhookOutcome outcome = await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2")));

        Assert.Equal(["first 1", "second 1", "first 2", "second 2"], log);
        Assert.Equal((2, 0, 0), (outcome.Events, outcome.Unhandled, outcome.Failed));
    }

    [Fact]
    public async Task An_event_that_every_handler_left_is_unhandled()
    {
        var hook = new Recorder();
        WebhookProcessor processor = Processor(hook, Leaving(), Leaving());

        WebhookOutcome outcome = await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));

        Assert.Equal((WebhookResult.Accepted, 1, 1), (outcome.Result, outcome.Events, outcome.Unhandled));
        Assert.Equal(["NotHandled shipments Arrived D1 'batches[0].reports[0].data.notices[0]'"], hook.Log);
        Assert.Equal(Parcels.Arrived("1"), System.Text.Encoding.UTF8.GetString(hook.UnhandledBytes[0]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_that_one_handler_left_and_another_took_is_handled(bool leavesFirst)
    {
        var hook = new Recorder();
        Recorder[] handlers = leavesFirst ? [Leaving(), new Recorder()] : [new Recorder(), Leaving()];

        WebhookOutcome outcome = await Processor(hook, handlers).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));

        Assert.Equal(0, outcome.Unhandled);
        Assert.Empty(hook.Log);
    }

    [Fact]
    public async Task Leaving_one_event_says_nothing_about_the_next()
    {
        var hook = new Recorder();
        var handler = new Recorder { OnNotice = static (notice, context, _) => notice.Id == "1" ? context.Unhandled() : default };

        WebhookOutcome outcome = await Processor(hook, handler).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2")));

        Assert.Equal((2, 1), (outcome.Events, outcome.Unhandled));
    }

    [Fact]
    public async Task The_group_method_gets_the_variants_that_have_no_method()
    {
        var handler = new GroupHandler();
        var processor = new WebhookProcessor(ParcelContract.Instance, [WebhookHandlerRegistration.Singleton(handler)], Parcels.Verifier);

        WebhookOutcome outcome = await processor.ProcessSignedAsync(
            Parcels.Notices(Parcels.Arrived("1"), """{"id":"2","kind":"delayed"}"""));

        Assert.Equal(["1", "2"], handler.Ids);
        Assert.Equal(0, outcome.Unhandled);
    }

    [Fact]
    public async Task Without_a_hook_unhandled_parts_are_only_counted()
    {
        WebhookOutcome outcome = await Processor(unhandled: null, new Recorder()).ProcessSignedAsync(Parcels.Notices("1", Parcels.Arrived("1")));

        Assert.Equal(new WebhookOutcome(WebhookResult.Accepted, 1, 1, 0, null), outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_throws_does_not_keep_others_from_running(bool later)
    {
        var second = new Recorder();
        var hook = new Recorder();
        var first = new Recorder { OnNotice = (notice, _, _) => notice.Id == "2" ? Fail(later) : default };

        WebhookOutcome outcome = await Processor(hook, first, second)
            .ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), Parcels.Arrived("3")));

        Assert.Equal(new WebhookOutcome(WebhookResult.HandlerFailed, 3, 0, 1, null), outcome);
        Assert.Equal(["arrived 1", "arrived 2", "arrived 3"], second.Log);
        Assert.Empty(hook.Log);
    }

    [Fact]
    public async Task An_event_that_fails_in_two_handlers_counts_once()
    {
        var failing = new Recorder { OnNotice = static (_, _, _) => Fail(later: false) };

        WebhookOutcome outcome = await Processor(unhandled: null, failing, failing).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));

        Assert.Equal((1, 0), (outcome.Failed, outcome.Unhandled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hook_that_throws_counts_as_failed(bool later)
    {
        var recorder = new Recorder { OnUnhandled = (_, _) => Fail(later) };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices("1", Parcels.Arrived("2"), "3"));

        Assert.Equal(new WebhookOutcome(WebhookResult.HandlerFailed, 1, 2, 2, null), outcome);
        Assert.Contains("arrived 2", recorder.Log);
    }

    [Fact]
    public async Task A_hook_that_throws_on_a_body_that_is_not_json_asks_for_another_delivery()
    {
        var recorder = new Recorder { OnUnhandled = static (_, _) => Fail(later: false) };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync("{"u8.ToArray());

        Assert.Equal((WebhookResult.HandlerFailed, 1, 1L), (outcome.Result, outcome.Failed, outcome.BytePosition));
    }

    [Fact]
    public void A_handler_of_another_contract_is_refused()
    {
        var fault = Assert.Throws<ArgumentException>(() => new WebhookProcessor(
            new OtherContract(), [WebhookHandlerRegistration.Singleton(new Recorder())], Parcels.Verifier));

        Assert.Contains("takes webhooks of Parcel, but the processor reads those of Other", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_without_a_field_interface_is_refused()
    {
        var fault = Assert.Throws<ArgumentException>(() => new WebhookProcessor(
            ParcelContract.Instance, [WebhookHandlerRegistration.Singleton(new Idle())], Parcels.Verifier));

        Assert.Contains("implements none of the handler interfaces of Parcel", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, -5)]
    public void Options_out_of_range_are_refused(int bytes, int concurrency, int timeoutMilliseconds) =>
        Assert.Throws<ArgumentException>(() => Parcels.Processor(
            new Recorder(),
            new WebhookProcessorOptions { MaxBodyBytes = bytes, MaxConcurrency = concurrency, HandlerTimeout = TimeSpan.FromMilliseconds(timeoutMilliseconds) }));

    private static Recorder Leaving() => new() { OnNotice = static (_, context, _) => context.Unhandled() };

    private static WebhookProcessor Processor(IUnhandledHandler? unhandled, params Recorder[] handlers) =>
        new(ParcelContract.Instance, handlers.Select(WebhookHandlerRegistration.Singleton), Parcels.Verifier, unhandled: unhandled);

    private static ValueTask Add(List<string> log, string line)
    {
        log.Add(line);
        return default;
    }

    private static ValueTask Fail(bool later)
    {
        return later ? Later() : throw new InvalidOperationException("at once");

        static async ValueTask Later()
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        }
    }

    private sealed class GroupHandler : IShipmentsHandler
    {
        public List<string?> Ids { get; } = [];

        public ValueTask OnNoticeAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken)
        {
            Ids.Add(notice.Id);
            return default;
        }
    }

    private sealed class Idle : IParcelHandler;

    private sealed class OtherContract() : WebhookContract("Other", [])
    {
        protected override void Route(WebhookRouter router)
        {
        }
    }
}
