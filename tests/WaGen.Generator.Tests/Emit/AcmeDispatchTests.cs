using System.Text;
using WaGen.Generator.Tests.Emit.Acme;

namespace WaGen.Generator.Tests.Emit;

/// <summary>The printed code of a made-up provider at work: signed bodies in, method calls out.</summary>
public sealed class AcmeDispatchTests
{
    private const string Secret = "acme-secret";
    private const string Where = "feed=7 host=m1 tenant=- rooms=0 entry=7";
    private const string At = "feeds[0].origin.reports[0].body.notices[0]";

    [Theory]
    [InlineData("""{"notice_id":"n1","kind":"parcel","parcel":{"size":"small","grams":12.5}}""", $"parcel n1 Small/small 12.5 {Where} identity=n1 order=- at={At}")]
    [InlineData("""{"parcel":{"size":"Giant","grams":"12.5"},"kind":"parcel","id":1}""", $"parcel 1 Giant/Giant 12.5 {Where} identity=1 order=- at={At}")]
    [InlineData("""{"notice_id":"n1","kind":"parcel","parcel":{"size":"huge"}}""", $"parcel n1 Unknown/huge  {Where} identity=n1 order=- at={At}")]
    [InlineData("""{"notice_id":"n1","kind":"parcel"}""", $"parcel n1 /  {Where} identity=n1 order=- at={At}")]
    [InlineData("""{"notice_id":"n1","kind":"parcel","place":{"shelf":"s"},"tenant_id":""}""", $"parcel n1 /  {Where} identity=n1/s order=s at={At}")]
    [InlineData("""{"notice_id":"n1","kind":"photos","photos":[{"url":"a"},{"url":"b"}]}""", "photos n1 [a,b]")]
    [InlineData("""{"notice_id":"n1","kind":"pictures"}""", "photos n1 []")]
    [InlineData("""{"state":"opened","notice_id":"n1","kind":"door"}""", "opened n1 opened")]
    [InlineData("""{"notice_id":"n1","kind":"door","state":"closed"}""", "notice n1 closed=True memo=-")]
    [InlineData("""{"notice_id":"n1","kind":"input","input":{"type":"pin","pin":{"digits":12}}}""", "pin n1 12 True 12")]
    [InlineData("""{"notice_id":"n1","input":{"card":{"valid":"true"},"type":"badge"},"kind":"input"}""", "card n1 badge True")]
    [InlineData("""{"notice_id":"n1","kind":"k\u0069nd","memo":{"text":"m"}}""", "notice n1 closed=False memo=m")]
    public Task An_event_reaches_the_method_of_its_variant_or_group(string notice, string expected) => ExpectAsync(Notices(notice), expected);

    [Theory]
    [InlineData("""{"notice_id":"n1","parcel":{}}""", $"parcel n1 /  {Where} identity=n1 order=- at={At}")]
    [InlineData("""{"notice_id":"n1","photos":[]}""", "photos n1 []")]
    [InlineData("""{"notice_id":"n1","kind":"input","input":{"pin":{"digits":"3"}}}""", "pin n1 3 False 3")]
    [InlineData("""{"notice_id":"n1","kind":null,"input":{"card":{"valid":false}}}""", "card n1  False")]
    [InlineData("""{"notice_id":"n1","memo":{"text":"m"}}""", "notice n1 closed=False memo=m")]
    public Task Without_its_discriminator_a_variant_is_told_by_its_content(string notice, string expected) => ExpectAsync(Notices(notice), expected);

    [Theory]
    [InlineData("""{"kind":"party"}""", "UnknownEvent")]
    [InlineData("""{"kind":"door","state":"ajar"}""", "UnknownEvent")]
    [InlineData("""{"kind":"input","input":{"type":"voice"}}""", "UnknownEvent")]
    [InlineData("{}", "MalformedDiscriminator")]
    [InlineData("""{"kind":5}""", "MalformedDiscriminator")]
    [InlineData("""{"kind":"door"}""", "MalformedDiscriminator")]
    [InlineData("""{"kind":"door","state":{}}""", "MalformedDiscriminator")]
    [InlineData("""{"kind":"input","input":{}}""", "MalformedDiscriminator")]
    [InlineData("""{"kind":"parcel","parcel":[]}""", "MalformedContent")]
    [InlineData("""{"kind":"photos","photos":{}}""", "MalformedContent")]
    [InlineData("""{"kind":"input","input":"1234"}""", "MalformedContent")]
    [InlineData("""{"kind":"input","input":{"type":"pin","pin":"1234"}}""", "MalformedContent")]
    [InlineData("\"text\"", "MalformedItem")]
    public Task What_no_variant_fits_reaches_the_hook(string notice, string reason) =>
        ExpectAsync(Notices(notice), $"{reason} lockers - 7 {At} {notice}");

    [Fact]
    public Task An_event_that_its_handler_leaves_reaches_the_hook() =>
        ExpectAsync(Notices("""{"notice_id":"leave","kind":"door","state":"closed"}"""), $$"""NotHandled lockers DoorClosed 7 {{At}} {"notice_id":"leave","kind":"door","state":"closed"}""");

    [Fact]
    public Task Events_several_arrays_deep_come_in_body_order_with_those_beside_them() => ExpectAsync(
        Body("boxes", """{"trips":[{"moves":[{"to":"a"}]},{},{"moves":[{"to":"b"},3]}],"notices":[{"kind":"door","state":"opened"}]}"""),
        $"move a {Where} identity=- order=- at=feeds[0].origin.reports[0].body.trips[0].moves[0]",
        $"move b {Where} identity=- order=- at=feeds[0].origin.reports[0].body.trips[2].moves[0]",
        "MalformedItem lockers - 7 feeds[0].origin.reports[0].body.trips[2].moves[1] 3",
        "opened  opened");

    [Theory]
    [InlineData(""" "tenant_id":"t1" """, "t1", "t1")]
    [InlineData(""" "tenant_id":"t2","tenant_nick":"one" """, "t1", "t2")]
    [InlineData(""" "tenant_nick":"" """, "-", "-")]
    public Task A_lookup_takes_the_first_pair_that_matches(string members, string tenant, string order) => ExpectAsync(
        Body("lockers", $$$$"""{"site":{"rooms":{"a":{}}},"notices":[{{{{{members}}}},"kind":"parcel"}],"tenants":[{"nick":""},{"tenant_id":"t1","nick":"one"}]}"""),
        $"parcel  /  feed=7 host=m1 tenant={tenant} rooms=1 entry=7 identity=- order={order} at={At}");

    [Theory]
    [InlineData("""{"smoke":{"name":"s"},"number":"4"}""", "smoke 4 s 4")]
    [InlineData("""{"sensors":[{},{}],"number":5}""", "flood 5 2")]
    public Task A_value_that_is_the_event_is_told_by_presence_alone(string value, string expected) => ExpectAsync(Body("alarm", value), expected);

    [Theory]
    [InlineData("{}", "UnknownEvent")]
    [InlineData("""{"number":5}""", "UnknownEvent")]
    public Task A_value_without_content_reaches_the_hook(string value, string reason) =>
        ExpectAsync(Body("alarm", value), $"{reason} alarm - 7 feeds[0].origin.reports[0].body {value}");

    [Theory]
    [InlineData("""{"sender":"other"}""", "OtherProduct - - -  {\"sender\":\"other\"}")]
    [InlineData("""{"sender":"acme","feeds":[{"feed_id":1}]}""", "MalformedEnvelope - - 1 feeds[0] {\"feed_id\":1}")]
    [InlineData("""{"sender":"acme","feeds":[{"origin":null}]}""", "MalformedEnvelope - - - feeds[0] {\"origin\":null}")]
    [InlineData("""{"sender":"acme","feeds":[{"origin":[]}]}""", "MalformedEnvelope - - - feeds[0] {\"origin\":[]}")]
    [InlineData("""{"sender":"acme","feeds":[{"origin":{}}]}""", "MalformedEnvelope - - - feeds[0].origin {}")]
    [InlineData("""{"sender":"acme","feeds":[{"origin":{"reports":[{"topic":"x","body":{}}]}}]}""", "UnknownField x - - feeds[0].origin.reports[0].body {}")]
    public Task Parts_of_the_envelope_that_cannot_be_used_reach_the_hook(string body, string expected) => ExpectAsync(body, expected);

    [Fact]
    public void Shared_definitions_read_maps_lists_numbers_texts_and_raw_json() => Assert.Equal(
        """
        rooms 1: floor 2, 20.5 degrees, open True, no room False
        labels Halle, none True
        hours 9-12+13-17
        settings True
        extra [1, 2]
        tenant since 2023-11-14, nick null True
        """.ReplaceLineEndings("\n"),
        AcmeProvider.Call("ReadSite", Body("lockers", """
            {
              "site": {
                "rooms": { "hall": { "floor": "2", "temperature": 20.5, "open": true } }, "labels": { "de": "Halle" }, "hours": ["9-12", "13-17"],
                "settings": "{\"dark\":true}", "extra": [1, 2]
              },
              "tenants": [{ "since": 1700000000, "nick": "" }],
              "trips": [{ "moves": [{ "to": "a" }] }]
            }
            """)).ReplaceLineEndings("\n"));

    [Fact]
    public void An_event_alone_keeps_its_envelope_and_what_it_looks_up()
    {
        string body = """
            {"sender":"acme","feeds":[{"feed_id":7,"origin":{"host":"m1","reports":[{"topic":"boxes","body":
            {"site":{"rooms":{"a":{}}},"tenants":[{"tenant_id":"t0"},{"tenant_id":"t1"}],"trips":[],"notices":[{"kind":"parcel","id":1,"tenant_id":"t1","parcel":{"size":"small"}}]}}]}}]}
            """.ReplaceLineEndings("");

        Assert.Equal(
            """
            1 Small feed=7 host=m1 tenant=t1 rooms=1 entry=7 identity=1 order=t1 at=feeds[0].origin.reports[0].body.notices[0] as parcel
            {"sender":"acme","feeds":[{"feed_id":7,"origin":{"host":"m1","reports":[{"topic":"boxes","body":{"site":{"rooms":{"a":{}}},"tenants":[{"tenant_id":"t1"}],"notices":[{"kind":"parcel","id":1,"tenant_id":"t1","parcel":{"size":"small"}}]}}]}}]}
            """.ReplaceLineEndings("\n"),
            AcmeProvider.Call("RoundTrip", body));
    }

    private static string Notices(string notices) => Body("lockers", $$"""{"notices":[{{notices}}]}""");

    private static string Body(string topic, string value) =>
        $$$"""{"feeds":[{"origin":{"reports":[{"body":{{{value}}},"topic":"{{{topic}}}"}],"host":"m1"},"feed_id":7}],"sender":"acme"}""";

    /// <summary>Posts a signed body; fails unless exactly these calls came, those of the hook included.</summary>
    private static async Task ExpectAsync(string body, params string[] calls)
    {
        var log = new List<string>();
        byte[] utf8 = Encoding.UTF8.GetBytes(body);
        var verifier = new SignatureVerifier([new("main", Secret)]);
        var processor = (WebhookProcessor)AcmeProvider.Bot.GetMethod("Start")!.Invoke(null, [(Action<string>)log.Add, verifier, new Hook(log)])!;

        WebhookOutcome outcome = await processor.ProcessAsync(utf8, SignatureVerifier.Sign(Encoding.UTF8.GetBytes(Secret), utf8));

        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.Equal(calls, log);
    }

    private sealed class Hook(List<string> log) : IUnhandledHandler
    {
        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
        {
            log.Add($"{unhandled.Reason} {unhandled.Field ?? "-"} {unhandled.Event ?? "-"} {unhandled.EntryId ?? "-"} {unhandled.Path} {Encoding.UTF8.GetString(unhandled.Utf8)}");
            return default;
        }
    }
}
