using System.Text;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class DeliveryTests
{
    [Theory]
    [InlineData("""{"kind":"arrived","id":"a","owner":"o"}""", "a/arrived", "o")]
    [InlineData("""{"kind":"arrived","id":5}""", "5/arrived", "5")]
    [InlineData("""{"kind":"delayed","id":"","owner":""}""", "delayed", null)]
    [InlineData("""{"kind":"arrived","id":"\u0061/b"}""", "a/b/arrived", "a/b")]
    public async Task Keys_are_made_of_the_members_that_are_present(string notice, string? identity, string? orderKey)
    {
        WebhookDelivery delivery = default;
        (string? Identity, string? OrderKey) keys = default;
        var recorder = new Recorder
        {
            OnNotice = (_, context, _) =>
            {
                delivery = context.Delivery;
                keys = (delivery.Identity, delivery.OrderKey);
                return default;
            },
        };

        await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices(notice));

        Assert.Equal((identity, orderKey), keys);
    }

    [Fact]
    public async Task Long_keys_are_kept_whole()
    {
        string id = new('i', 5000);
        string? identity = null;
        var recorder = new Recorder
        {
            OnNotice = (_, context, _) =>
            {
                identity = context.Delivery.Identity;
                return default;
            },
        };

        await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived(id)));

        Assert.Equal(id + "/arrived", identity);
    }

    [Fact]
    public async Task A_delivery_names_field_event_entry_app_and_path()
    {
        var seen = new List<string>();
        var recorder = new Recorder
        {
            OnNotice = (_, context, _) =>
            {
                WebhookDelivery delivery = context.Delivery;
                seen.Add($"{delivery.Field} {delivery.Event} {delivery.EntryId} {delivery.App} {delivery.Path} ({delivery})");
                Assert.True(context.HasLevel(0) && context.HasLevel(1) && context.HasLevel(2));
                Assert.False(context.HasLevel(3) || context.HasLevel(-1));
                return default;
            },
        };
        WebhookProcessor processor = Parcels.Processor(recorder);
        byte[] body = Parcels.Body(
            Parcels.Report("audit", "{}"),
            Parcels.Report("shipments", $$"""{"scans":[{}],"notices":[{{Parcels.Arrived("1")}},{"kind":"delayed"}]}"""));

        await processor.ProcessSignedAsync(body);
        await processor.ProcessVerifiedAsync(body);

        Assert.Equal(
            [
                "shipments Arrived D1 main batches[0].reports[1].data.notices[0] (shipments Arrived)",
                "shipments Delayed D1 main batches[0].reports[1].data.notices[1] (shipments Delayed)",
                "shipments Arrived D1  batches[0].reports[1].data.notices[0] (shipments Arrived)",
                "shipments Delayed D1  batches[0].reports[1].data.notices[1] (shipments Delayed)",
            ],
            seen);
    }

    [Fact]
    public async Task A_body_that_was_verified_elsewhere_is_processed_where_it_is()
    {
        var recorder = new Recorder();
        WebhookProcessor processor = Parcels.Processor(recorder, new WebhookProcessorOptions { MaxBodyBytes = 1024 });
        byte[] bytes = Parcels.Notices(Parcels.Arrived("1"));
        using var body = new WebhookBody();
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);

        WebhookOutcome outcome = await processor.ProcessVerifiedAsync(body);

        Assert.Equal((WebhookResult.Accepted, 1), (outcome.Result, outcome.Events));
        Assert.Equal(bytes, body.Written.ToArray());

        body.GetSpan(1024);
        body.Advance(1024);
        Assert.Equal(WebhookResult.TooLarge, (await processor.ProcessVerifiedAsync(body)).Result);

        body.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await processor.ProcessVerifiedAsync(body));
    }

    [Fact]
    public async Task An_order_key_does_not_say_what_an_event_without_one_is()
    {
        var observer = new Keys();

        await Parcels.Processor(new Recorder(), observer: observer).ProcessSignedAsync(
            Parcels.Body(Parcels.Report("audit", "{}"), Parcels.Report("shipments", """{"scans":[{"id":"1"}]}""")));

        Assert.Equal(["audit: -, -", "shipments: 1, -"], observer.Lines);
    }

    [Fact]
    public async Task Drift_is_told_with_field_and_path_without_indexes()
    {
        var observer = new Keys();
        byte[] body = Encoding.UTF8.GetBytes("""
            {"source":"parcels","new one":1,"batches":[
              {"depot":{},"reports":[{"topic":"audit","data":{"note":1,"x.y\n":2}},{"topic":"shipments","data":{"notices":[{"kind":"arrived"},{"kind":"arrived","arrived":{"later":[]}}]}}]}]}
            """);

        WebhookOutcome outcome = await Parcels.Processor(new Recorder(), observer: observer).ProcessSignedAsync(body);

        Assert.Equal((WebhookResult.Accepted, 3), (outcome.Result, outcome.Events));
        Assert.Equal(
            [
                "UnknownMember - [\"new one\"]",
                "Mismatch - batches[].depot",
                "Mismatch audit batches[].reports[].data.note",
                "UnknownMember audit batches[].reports[].data[\"x.y\\n\"]",
                "UnknownMember shipments batches[].reports[].data.notices[].arrived.later",
            ],
            observer.Drift);
    }

    private sealed class Keys : WebhookObserver
    {
        public List<string> Lines { get; } = [];

        public List<string> Drift { get; } = [];

        public override void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed) =>
            Lines.Add($"{delivery.Field}: {delivery.Identity ?? "-"}, {delivery.OrderKey ?? "-"}");

        public override void OnDrift(in WebhookDrift drift) => Drift.Add($"{drift} {drift.Field ?? "-"} {drift.Path}");
    }
}
