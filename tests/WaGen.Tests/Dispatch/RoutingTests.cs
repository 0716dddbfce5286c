using System.Buffers;
using System.Text;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class RoutingTests
{
    [Theory]
    [InlineData("""{"batches":[]}""", "OtherProduct - - - ''", """{"batches":[]}""")]
    [InlineData("""{"source":"letters","batches":[]}""", "OtherProduct - - - ''", """{"source":"letters","batches":[]}""")]
    [InlineData("""{"source":7}""", "OtherProduct - - - ''", """{"source":7}""")]
    [InlineData("""{"source":"parcels"}""", "MalformedEnvelope - - - ''", """{"source":"parcels"}""")]
    [InlineData("""{"source":"parcels","batches":null}""", "MalformedEnvelope - - - ''", """{"source":"parcels","batches":null}""")]
    [InlineData("""{"source":"parcels","batches":{}}""", "MalformedEnvelope - - - ''", """{"source":"parcels","batches":{}}""")]
    [InlineData("""{"source":"parcels","batches":[ 5 ]}""", "MalformedEnvelope - - - 'batches[0]'", "5")]
    [InlineData("""{"source":"parcels","batches":[{"depot":"D"}]}""", "MalformedEnvelope - - D 'batches[0]'", """{"depot":"D"}""")]
    [InlineData("""{"source":"parcels","batches":[{"reports":["x"]}]}""", "MalformedEnvelope - - - 'batches[0].reports[0]'", "\"x\"")]
    [InlineData("""{"source":"parcels","batches":[{"reports":[{"topic":"audit"}]}]}""", "MalformedEnvelope audit - - 'batches[0].reports[0]'", """{"topic":"audit"}""")]
    [InlineData("""{"source":"parcels","batches":[{"reports":[{"topic":"audit","data":[]}]}]}""", "MalformedEnvelope audit - - 'batches[0].reports[0]'", """{"topic":"audit","data":[]}""")]
    [InlineData("""{"source":"parcels","batches":[{"reports":[{"topic":1,"data":{}}]}]}""", "MalformedEnvelope - - - 'batches[0].reports[0]'", """{"topic":1,"data":{}}""")]
    [InlineData("""{"source":"parcels","batches":[{"reports":[{"topic":"","data":{}}]}]}""", "MalformedEnvelope - - - 'batches[0].reports[0]'", """{"topic":"","data":{}}""")]
    public Task Envelope_parts_that_cannot_be_used_reach_the_hook(string body, string expected, string raw) => ExpectUnhandled(body, expected, raw);

    [Theory]
    [InlineData("drones", """{"a":1}""", "UnknownField drones - D1 'batches[0].reports[0].data'", """{"a":1}""")]
    [InlineData("shipments", "{ }", "NoEvent shipments - D1 'batches[0].reports[0].data'", "{ }")]
    [InlineData("shipments", """{"notices":[]}""", "NoEvent shipments - D1 'batches[0].reports[0].data'", """{"notices":[]}""")]
    [InlineData("shipments", """{"notices":{"a":1}}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.notices'", """{"a":1}""")]
    [InlineData("shipments", """{"notices":[3]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.notices[0]'", "3")]
    [InlineData("shipments", """{"trips":[null]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips[0]'", "null")]
    [InlineData("shipments", """{"trips":[{"legs":[{"id":1},"x"]}]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips[0].legs[1]'", "\"x\"")]
    [InlineData("shipments", """{"scan_list":6}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.scan_list'", "6")]
    [InlineData("shipments", """{"scan_list":6,"scans":null}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.scan_list'", "6")]
    [InlineData("shipments", """{"scans":{},"scan_list":7}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.scan_list'", "7")]
    [InlineData("shipments", """{"trips":"x"}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips'", "\"x\"")]
    [InlineData("shipments", """{"trips":[{"legs":[{"id":1}]},{"legs":8}]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips[1].legs'", "8")]
    [InlineData("shipments", """{"trips":[{"hops":{"id":1}}]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips[0].hops'", """{"id":1}""")]
    [InlineData("shipments", """{"trips":[{"stamps":true}]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips[0].stamps'", "true")]
    [InlineData("shipments", """{"trips":[{"legs":[{"id":1}],"stamps":[2]}]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.trips[0].stamps[0]'", "2")]
    [InlineData("shipments", """{"box":[{"seals":[]}]}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.box'", """[{"seals":[]}]""")]
    [InlineData("shipments", """{"box":{"seals":5}}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.box.seals'", "5")]
    [InlineData("shipments", """{"box":{"seals":["x",{"id":1}]}}""", "MalformedItem shipments - D1 'batches[0].reports[0].data.box.seals[0]'", "\"x\"")]
    [InlineData("shipments", """{"box":{"seals":null}}""", "NoEvent shipments - D1 'batches[0].reports[0].data'", """{"box":{"seals":null}}""")]
    [InlineData("shipments", """{"box":null}""", "NoEvent shipments - D1 'batches[0].reports[0].data'", """{"box":null}""")]
    [InlineData("shipments", """{"notices":[{}]}""", "MalformedDiscriminator shipments - D1 'batches[0].reports[0].data.notices[0]'", "{}")]
    [InlineData("shipments", """{"notices":[{"kind":5}]}""", "MalformedDiscriminator shipments - D1 'batches[0].reports[0].data.notices[0]'", """{"kind":5}""")]
    [InlineData("shipments", """{"notices":[{"kind":"arrived","arrived":4}]}""", "MalformedContent shipments - D1 'batches[0].reports[0].data.notices[0]'", """{"kind":"arrived","arrived":4}""")]
    [InlineData("shipments", """{"notices":[{"kind":"lost"}]}""", "UnknownEvent shipments - D1 'batches[0].reports[0].data.notices[0]'", """{"kind":"lost"}""")]
    [InlineData("depot", """{"event":"moved"}""", "UnknownEvent depot - D1 'batches[0].reports[0].data'", """{"event":"moved"}""")]
    [InlineData("depot", """{"event":"closed"}""", "NotHandled depot Closed D1 'batches[0].reports[0].data'", """{"event":"closed"}""")]
    public Task Values_that_cannot_be_used_reach_the_hook(string topic, string data, string expected, string raw) =>
        ExpectUnhandled(Encoding.UTF8.GetString(Parcels.Body(Parcels.Report(topic, data))), expected, raw);

    [Fact]
    public async Task A_signed_body_that_is_not_json_reaches_the_hook_whole()
    {
        byte[] body = """{"source":"parcels" "batches":[]}"""u8.ToArray();
        long? position = null;
        var recorder = new Recorder
        {
            OnUnhandled = (unhandled, _) =>
            {
                position = unhandled.BytePosition;
                Assert.False(unhandled.Json.IsPresent);
                Assert.Same(ParcelContract.Instance, unhandled.Contract);
                Assert.Equal("main", unhandled.App);
                return default;
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal(WebhookResult.NotJson, outcome.Result);
        Assert.Equal(20, outcome.BytePosition);
        Assert.Equal(20, position);
        Assert.Equal((0, 1, 0), (outcome.Events, outcome.Unhandled, outcome.Failed));
        Assert.Equal(["NotJson - - - ''"], recorder.Log);
        Assert.Equal(body, recorder.UnhandledBytes[0]);
    }

    [Fact]
    public async Task Poisoned_items_do_not_keep_the_others_from_their_handler()
    {
        var recorder = new Recorder();
        byte[] body = Parcels.Notices(
            Parcels.Arrived("1"), "7", Parcels.Arrived("2"), """{"kind":"lost"}""", """{"kind":"arrived","arrived":1}""", Parcels.Arrived("3"), "{}");

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal(new WebhookOutcome(WebhookResult.Accepted, Events: 3, Unhandled: 4, Failed: 0, Fault: null), outcome);
        Assert.Equal(
            ["arrived 1", "MalformedItem", "arrived 2", "UnknownEvent", "MalformedContent", "arrived 3", "MalformedDiscriminator"],
            recorder.Log.Select(line => line.Contains('\'', StringComparison.Ordinal) ? line.Split(' ')[0] : line));
    }

    [Fact]
    public async Task Several_event_arrays_of_one_value_run_in_body_order()
    {
        var recorder = new Recorder();
        byte[] body = Parcels.Body(
            Parcels.Report("shipments", $$"""{"trips":[{"legs":[{"id":"l1"},{"id":"l2"}]},{"name":"empty"},{"legs":[{"id":"l3"}]}],"scans":[{"id":"s1"},8],"notices":[{{Parcels.Arrived("n1")}}]}"""),
            Parcels.Report("audit_v1", """{"note":"a"}"""),
            Parcels.Report("shipments", $$"""{"notices":[{{Parcels.Arrived("n2")}}],"scans":[{"id":"s2"}]}"""),
            Parcels.Report("depot", """{"event":"opened","id":"o"}"""));

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal(
            ["leg l1", "leg l2", "leg l3", "scan s1", "MalformedItem shipments - D1 'batches[0].reports[0].data.scans[1]'", "arrived n1", "audit a", "arrived n2", "scan s2", "opened o"],
            recorder.Log);
        Assert.Equal((9, 1), (outcome.Events, outcome.Unhandled));
    }

    [Fact]
    public async Task Events_in_an_object_find_what_belongs_to_them_in_that_object()
    {
        var copies = new List<string>();
        var recorder = new Recorder
        {
            OnSeal = (seal, _, _) =>
            {
                copies.Add(seal.Detach().GetContext().Sealer.Name ?? "-");
                var output = new ArrayBufferWriter<byte>();
                seal.WriteWebhookTo(output);
                copies.Add(Encoding.UTF8.GetString(output.WrittenSpan));
                return default;
            },
        };
        byte[] body = Parcels.Body(
            Parcels.Report("shipments", """{"scans":[{"id":"a"}],"box":{"seals":[{"id":"s1"},{"id":"s2"}],"sealers":[{"key":"s2","name":"Bo"},{"key":"s3","name":"Al"}]}}"""));

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal((3, 0), (outcome.Events, outcome.Unhandled));
        Assert.Equal(["scan a", "seal s1 by -", "seal s2 by Bo"], recorder.Log);
        Assert.Equal("-", copies[0]);
        Assert.Contains("""{"box":{"seals":[{"id":"s1"}],"sealers":[]}}""", copies[1], StringComparison.Ordinal);
        Assert.Equal("Bo", copies[2]);
        Assert.Contains("""{"box":{"seals":[{"id":"s2"}],"sealers":[{"key":"s2","name":"Bo"}]}}""", copies[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escaped_names_and_a_repeated_array_are_read_like_any_other()
    {
        var recorder = new Recorder();
        byte[] body = """{"source":"parcels","batches":[{"depot":"D\u0032","reports":[{"t\u006fpic":"\u0061udit","data":{"note":"first"},"data":{"note":"last"}}]}]}"""u8.ToArray();

        await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal(["audit last"], recorder.Log);
    }

    [Fact]
    public async Task The_entry_id_belongs_to_its_own_batch_only()
    {
        var recorder = new Recorder();
        byte[] body = """{"source":"parcels","batches":[{"depot":"A","reports":[{"topic":"x","data":{}}]},{"reports":[{"topic":"x","data":{}}]},{"depot":5,"reports":[{"topic":"x","data":{}}]},1]}"""u8.ToArray();

        await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal(
            [
                "UnknownField x - A 'batches[0].reports[0].data'",
                "UnknownField x - - 'batches[1].reports[0].data'",
                "UnknownField x - 5 'batches[2].reports[0].data'",
                "MalformedEnvelope - - - 'batches[3]'",
            ],
            recorder.Log);
    }

    private static async Task ExpectUnhandled(string body, string expected, string raw)
    {
        var recorder = new Recorder();

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.Equal(1, outcome.Unhandled);
        Assert.Contains(expected, recorder.Log);
        Assert.Equal(raw, Encoding.UTF8.GetString(Assert.Single(recorder.UnhandledBytes)));
    }
}
