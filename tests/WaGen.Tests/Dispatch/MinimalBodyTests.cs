using System.Buffers;
using System.Text;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class MinimalBodyTests
{
    private const string People = """[{"key":"bob","name":"Bob"},{"key":"ann","name":"Ann"},{"tag":"7","name":"Seven"}]""";

    [Fact]
    public async Task An_event_alone_keeps_its_envelope_and_context_and_nothing_of_others()
    {
        string body = $$$$$"""
            { "extra" : [ 1 , 2 ], "batches" : [ { "depot":"D0", "reports":[] },
              { "reports":[ {"topic":"audit","data":{}}, { "version" : 3, "topic":"shipments", "data": {
                  "scans":[{"id":"s"}], "people":{{{{{People}}}}}, "trips":[{"legs":[{"id":"l"}]}], "notices":[ {{{{{Parcels.Arrived("1")}}}}} , {{{{{Parcels.Arrived("2", "zoe")}}}}} ], "hub" : "H" } } ], "at":5, "depot":"D1" } ], "source" : "parcels" }
            """;

        string[] written = await WriteAll(body);

        Assert.Equal(
            $$$$$"""{"extra":[ 1 , 2 ],"batches":[{"reports":[{"version":3,"topic":"shipments","data":{"people":[{"key":"ann","name":"Ann"}],"notices":[{{{{{Parcels.Arrived("1")}}}}}],"hub":"H"}}],"at":5,"depot":"D1"}],"source":"parcels"}""",
            written[0]);
        Assert.Contains("\"people\":[]", written[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escaped_names_stay_valid_and_strings_stay_as_received()
    {
        string body = """{"s\u006furce":"parcels","\"x\"":"\u00e4\/","batches":[{"reports":[{"t\u006fpic":"shipments","data":{"notic\u0065s":[{"kind":"arrived","id":"\ud83d\ude00"},{"kind":"arrived","id":"2"}]}}]}]}""";

        string[] written = await WriteAll(body);

        Assert.Equal(
            """{"s\u006furce":"parcels","\"x\"":"\u00e4\/","batches":[{"reports":[{"t\u006fpic":"shipments","data":{"notic\u0065s":[{"kind":"arrived","id":"\ud83d\ude00"}]}}]}]}""",
            written[0]);
        Assert.Equal("\U0001F600", Notice.Parse(Encoding.UTF8.GetBytes(written[0])).Id);
    }

    [Fact]
    public async Task An_earlier_duplicate_of_a_member_on_the_way_is_left_out()
    {
        string body = $$$$$"""{"source":"parcels","batches":[1],"batches":[{"reports":[{"topic":"shipments","data":{"notices":[{{{{{Parcels.Arrived("0")}}}}}],"notices":[{{{{{Parcels.Arrived("1")}}}}}]}}]}]}""";

        string[] written = await WriteAll(body);

        Assert.Equal([$$$$$"""{"source":"parcels","batches":[{"reports":[{"topic":"shipments","data":{"notices":[{{{{{Parcels.Arrived("1")}}}}}]}}]}]}"""], written);
    }

    [Fact]
    public async Task An_event_several_arrays_deep_keeps_only_its_own_way()
    {
        string body = """{"source":"parcels","batches":[{"reports":[{"topic":"shipments","data":{"trips":[{"name":"a","legs":[{"id":"1"}]},{"name":"b","legs":[{"id":"2"},{"id":"3"}]}],"scans":[{"id":"s"}]}}]}]}""";
        string? written = null;
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Singleton(new LegWriter(leg => written = leg.Id == "3" ? Write(leg) : written))],
            Parcels.Verifier);

        await processor.ProcessSignedAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal("""{"source":"parcels","batches":[{"reports":[{"topic":"shipments","data":{"trips":[{"name":"b","legs":[{"id":"3"}]}]}}]}]}""", written);
    }

    [Fact]
    public async Task A_written_event_is_read_back_equal()
    {
        int compared = 0;
        var recorder = new Recorder
        {
            OnNotice = (notice, context, _) =>
            {
                Notice copy = Notice.Parse(Encoding.UTF8.GetBytes(Write(notice)));
                AssertSame(notice, context, copy, app: null);
                Assert.Equal(Write(notice), Write(copy));
                compared++;
                return default;
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(WithPeople());

        Assert.Equal((WebhookResult.Accepted, 3), (outcome.Result, compared));
    }

    [Fact]
    public async Task A_detached_event_outlives_its_body_with_its_context()
    {
        var detached = new List<Notice>();
        var recorder = new Recorder
        {
            OnNotice = (notice, context, _) =>
            {
                Notice copy = notice.Detach();
                AssertSame(notice, context, copy, app: "main");
                detached.Add(copy);
                return default;
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(WithPeople());

        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.Equal(["1", "7", "8"], detached.Select(notice => notice.Id));
        Assert.Equal(["Ann", "Seven", null], detached.Select(notice => notice.GetContext().Owner.Name));
        Assert.Equal([1, 1, 0], detached.Select(notice => notice.GetContext().Value.People.Count));
        Assert.All(detached, notice => Assert.Equal("batches[0].reports[0].data.notices[0]", notice.GetContext().Delivery.Path));
        Assert.Equal("7", detached[1].Detach().Id);
        await detached[0].GetContext().Unhandled();
    }

    [Fact]
    public async Task A_value_that_is_the_event_is_written_whole()
    {
        string? written = null;
        var handler = new DepotWriter(opened => written = Write(opened.Detach()));
        var processor = new WebhookProcessor(ParcelContract.Instance, [WebhookHandlerRegistration.Singleton(handler)], Parcels.Verifier);

        await processor.ProcessSignedAsync(Parcels.Body(Parcels.Report("audit", "{}"), Parcels.Report("depot", """{ "event":"opened", "list":[1,2] }""")));

        Assert.Equal("""{"batches":[{"depot":"D1","at":1700000000,"reports":[{"data":{ "event":"opened", "list":[1,2] },"topic":"depot"}]}],"source":"parcels"}""", written);
    }

    [Theory]
    [InlineData("""{"source":""", "The body is not JSON at byte 10: ")]
    [InlineData("[]", "The body is not JSON at byte 0: ")]
    [InlineData("""{"source":"letters"}""", "The body holds no event of the field shipments; it holds an unhandled part (OtherProduct).")]
    [InlineData("""{"source":"parcels","batches":[]}""", "The body holds no event of the field shipments; it holds nothing.")]
    [InlineData("scans:2", "The body holds no event of the field shipments; it holds shipments Scan, shipments Scan.")]
    [InlineData("scans:5", "The body holds no event of the field shipments; it holds shipments Scan, shipments Scan, shipments Scan, 2 more.")]
    [InlineData("notices:2", "The body holds more than one event of the field shipments: shipments Arrived, shipments Arrived.")]
    public void Parse_says_what_is_wrong(string body, string expected)
    {
        byte[] utf8 = body.Split(':') switch
        {
            ["scans", string count] => Parcels.Body(Parcels.Report("shipments", $$"""{"scans":[{{string.Join(',', Enumerable.Repeat("{}", count[0] - '0'))}}]}""")),
            ["notices", string count] => Parcels.Batch(count[0] - '0'),
            _ => Encoding.UTF8.GetBytes(body),
        };

        var fault = Assert.Throws<FormatException>(() => Notice.Parse(utf8));

        Assert.StartsWith(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_of_one_kind_names_that_kind()
    {
        Assert.Equal("5", Scan.Parse(Parcels.Body(Parcels.Report("shipments", """{"scans":[{"id":5}]}"""))).Id);
        var fault = Assert.Throws<FormatException>(() => Scan.Parse(Parcels.Batch(1)));
        Assert.Equal("The body holds no event shipments Scan; it holds shipments Arrived.", fault.Message);
    }

    [Fact]
    public async Task Writing_every_event_of_a_large_value_stays_linear()
    {
        const int Count = 1000;
        string notices = string.Join(',', Enumerable.Range(0, Count).Select(i => Parcels.Arrived($"{i}", $"p{i}")));
        string people = string.Join(',', Enumerable.Range(0, Count).Select(i => $$"""{"key":"p{{i}}","name":"n"}"""));
        byte[] body = Parcels.Body(Parcels.Report("shipments", $$"""{"people":[{{people}}],"notices":[{{notices}}]}"""));
        long written = 0;
        var recorder = new Recorder
        {
            OnNotice = (notice, _, _) =>
            {
                written += Write(notice).Length;
                return default;
            },
        };

        await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.InRange(written, body.Length, Count * 350L);
    }

    private static byte[] WithPeople() => Parcels.Body(Parcels.Report(
        "shipments",
        $$"""{"hub":"H\u0065","people":{{People}},"notices":[{{Parcels.Arrived("1")}},{{Parcels.Arrived("7", "")}},{{Parcels.Arrived("8", "nobody")}}]}"""));

    private static void AssertSame(Notice notice, ShipmentsContext context, Notice copy, string? app)
    {
        ShipmentsContext copied = copy.GetContext();
        Assert.Equal(notice.Json.ToArray(), copy.Json.ToArray());
        Assert.Equal(notice.Arrived.Text, copy.Arrived.Text);
        Assert.Equal(context.Value.Hub, copied.Value.Hub);
        Assert.Equal(context.Batch.Depot, copied.Batch.Depot);
        Assert.Equal(context.Batch.At, copied.Batch.At);
        Assert.Equal(context.Envelope.Source, copied.Envelope.Source);
        Assert.Equal(context.Report.Topic, copied.Report.Topic);
        Assert.Equal(context.Owner.Name, copied.Owner.Name);
        Assert.Equal(context.Delivery.Identity, copied.Delivery.Identity);
        Assert.Equal(context.Delivery.OrderKey, copied.Delivery.OrderKey);
        Assert.Equal(context.Delivery.EntryId, copied.Delivery.EntryId);
        Assert.Equal(context.Delivery.Event, copied.Delivery.Event);
        Assert.Equal(app, copied.Delivery.App);
    }

    private static async Task<string[]> WriteAll(string body)
    {
        var written = new List<string>();
        var recorder = new Recorder
        {
            OnNotice = (notice, _, _) =>
            {
                written.Add(Write(notice));
                return default;
            },
        };
        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(Encoding.UTF8.GetBytes(body));
        Assert.Equal(0, outcome.Failed);
        return [.. written];
    }

    private static string Write<T>(T item)
        where T : struct, IWebhookEvent<T>
    {
        var output = new ArrayBufferWriter<byte>();
        item.WriteWebhookTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private sealed class LegWriter(Action<Scan> onLeg) : IShipmentsHandler
    {
        public ValueTask OnLegAsync(Scan leg, ShipmentsContext context, CancellationToken cancellationToken)
        {
            onLeg(leg);
            return default;
        }
    }

    private sealed class DepotWriter(Action<DepotEvent> onOpened) : IDepotHandler
    {
        public ValueTask OnOpenedAsync(DepotEvent opened, WaGen.Runtime.WebhookItem context, CancellationToken cancellationToken)
        {
            onOpened(opened);
            return default;
        }
    }
}
