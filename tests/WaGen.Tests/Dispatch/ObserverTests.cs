using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class ObserverTests
{
    [Fact]
    public async Task An_observer_hears_of_everything_in_order()
    {
        var observer = new Log();
        var recorder = new Recorder
        {
            OnNotice = (notice, context, _) => notice.Id switch
            {
                "bad" => throw new InvalidOperationException("handler"),
                "left" => context.Unhandled(),
                _ => default,
            },
            OnUnhandled = (unhandled, _) => unhandled.Reason == UnhandledReason.MalformedItem ? throw new InvalidOperationException("hook") : default,
        };
        byte[] body = Parcels.Notices(Parcels.Arrived("ok"), "1", Parcels.Arrived("bad"), Parcels.Arrived("left"));

        await Parcels.Processor(recorder, observer: observer).ProcessSignedAsync(body);

        Assert.Equal(
            [
                $"received {body.Length}",
                "handled shipments Arrived",
                "unhandled MalformedItem True",
                "hook failed MalformedItem hook",
                "failed Recorder handler",
                "unhandled NotHandled True",
                "completed HandlerFailed 3 2 2",
            ],
            observer.Lines);
    }

    [Fact]
    public async Task An_observer_that_throws_costs_no_event()
    {
        var recorder = new Recorder();
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Singleton(recorder)],
            new SignatureVerifier([new("main", Parcels.Secret)]),
            observer: new Broken());

        WebhookOutcome outcome = await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), "5", """{"kind":"arrived","arrived":{},"new":1}"""));

        Assert.Equal(new WebhookOutcome(WebhookResult.Accepted, 2, 1, 0, null), outcome);
        Assert.Equal(2, recorder.Log.Count);
    }

    [Fact]
    public async Task Refused_bodies_are_told_and_nothing_is_parsed()
    {
        var observer = new Log();
        var recorder = new Recorder();
        WebhookProcessor processor = Parcels.Processor(recorder, new WebhookProcessorOptions { MaxBodyBytes = 10 }, observer);
        byte[] exact = "0123456789"u8.ToArray();
        byte[] longer = "01234567890"u8.ToArray();
        using var body = new WebhookBody();
        body.GetSpan(longer.Length)[..longer.Length].Clear();
        body.Advance(longer.Length);

        WebhookOutcome[] outcomes =
        [
            await processor.ProcessAsync(longer, default),
            await processor.ProcessAsync(body, default),
            await processor.ProcessVerifiedAsync(longer),
            await processor.ProcessAsync(exact, default),
            await processor.ProcessSignedAsync(exact),
        ];

        Assert.Equal(
            [WebhookResult.TooLarge, WebhookResult.TooLarge, WebhookResult.TooLarge, WebhookResult.InvalidSignature, WebhookResult.NotJson],
            outcomes.Select(outcome => outcome.Result));
        Assert.Equal(
            ["received 10", "rejected NotJson", "unhandled NotJson True", "completed NotJson 0 1 0"],
            observer.Lines[^4..]);
        Assert.Equal(["received 11", "rejected TooLarge", "completed TooLarge 0 0 0"], observer.Lines[..3]);
        Assert.Single(recorder.Log);
    }

    [Fact]
    public async Task A_new_verifier_takes_over_at_once()
    {
        WebhookProcessor processor = Parcels.Processor(new Recorder());
        byte[] body = Parcels.Batch(1);
        Assert.Equal(WebhookResult.Accepted, (await processor.ProcessSignedAsync(body)).Result);

        processor.Verifier = new SignatureVerifier([new("other", "other")]);

        Assert.Equal(WebhookResult.InvalidSignature, (await processor.ProcessSignedAsync(body)).Result);
        Assert.Throws<ArgumentNullException>(() => processor.Verifier = null!);
    }

    [Fact]
    public async Task Short_descriptions_hold_no_content()
    {
        string? text = null;
        var recorder = new Recorder
        {
            OnUnhandled = (unhandled, _) =>
            {
                text = unhandled.ToString();
                return default;
            },
        };

        await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices("\"secret\""));

        Assert.Equal("MalformedItem", text);
    }

    private sealed class Log : WebhookObserver
    {
        public List<string> Lines { get; } = [];

        public override void OnReceived(int bytes) => Lines.Add($"received {bytes}");

        public override void OnRejected(in WebhookOutcome outcome) => Lines.Add($"rejected {outcome.Result}");

        public override void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed)
        {
            Assert.True(elapsed >= TimeSpan.Zero);
            Lines.Add($"handled {delivery}");
        }

        public override void OnUnhandled(in UnhandledEvent unhandled, bool hookPresent) => Lines.Add($"unhandled {unhandled} {hookPresent}");

        public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception) => Lines.Add($"failed {handler.Name} {exception.Message}");

        public override void OnUnhandledFailed(in UnhandledEvent unhandled, Exception exception) => Lines.Add($"hook failed {unhandled} {exception.Message}");

        public override void OnCompleted(in WebhookOutcome outcome, TimeSpan elapsed) =>
            Lines.Add($"completed {outcome.Result} {outcome.Events} {outcome.Unhandled} {outcome.Failed}");
    }

    private sealed class Broken : WebhookObserver
    {
        public override void OnReceived(int bytes) => throw new InvalidOperationException();

        public override void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed) => throw new InvalidOperationException();

        public override void OnUnhandled(in UnhandledEvent unhandled, bool hookPresent) => throw new InvalidOperationException();

        public override void OnDrift(in WebhookDrift drift) => throw new InvalidOperationException();

        public override void OnCompleted(in WebhookOutcome outcome, TimeSpan elapsed) => throw new InvalidOperationException();
    }
}
