using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit;

/// <summary>Variants of a union that may have members which are not listed: they may have them wherever they stand.</summary>
public sealed class OpenUnionTests
{
    private const string Observer = """
        using System;
        using Depot.Hooks;
        using WaGen;

        namespace Shop;

        public sealed class Watch(Action<string> log) : WebhookObserver
        {
            public override void OnDrift(in WebhookDrift drift) => log($"{drift.Kind} {drift.Path}");

            public static void Receive(byte[] body, Action<string> log)
            {
                var processor = new WebhookProcessor(DepotContract.Instance, [], new SignatureVerifier([new("app", "depot-secret")]), observer: new Watch(log));
                processor.ProcessVerifiedAsync(body, "app").AsTask().GetAwaiter().GetResult();
            }
        }
        """;

    private const string Field = """
        {
          "$id": "https://depot.example/news.json", "description": "News.",
          "x-wagen": {
            "kind": "field", "namespace": "Depot.Hooks", "envelope": "https://depot.example/envelope.json", "field": "news", "name": "News",
            "events": [{ "path": "" }]
          },
          "$ref": "#/$defs/DepotNews",
          "$defs": {
            "DepotNews": {
              "type": "object", "description": "What happened.", "additionalProperties": true,
              "x-wagen": { "discriminators": ["kind"] },
              "properties": {
                "kind": { "type": "string", "description": "What it is about." },
                "last": { "$ref": "#/$defs/LostNews", "description": "What was lost last." }
              },
              "oneOf": [{ "$ref": "#/$defs/OpenNews" }, { "$ref": "#/$defs/LostNews" }]
            },
            "OpenNews": {
              "type": "object", "description": "A door is open.", "x-wagen": { "handler": "Open", "content": "door" },
              "properties": { "kind": { "const": "door" }, "door": { "$ref": "#/$defs/Thing" } }
            },
            "LostNews": {
              "type": "object", "description": "A parcel is lost.", "x-wagen": { "handler": "Lost", "content": "parcel" },
              "properties": { "kind": { "const": "parcel" }, "parcel": { "$ref": "#/$defs/Thing" } }
            },
            "Thing": { "type": "object", "description": "A thing.", "properties": { "name": { "type": "string", "description": "What it is called." } } }
          }
        }
        """;

    private static readonly Lazy<DepotProvider> Depot = new(static () => new DepotProvider(Field, Observer, "Shop.Watch"));

    [Theory]
    [InlineData("""{"kind":"door","door":{},"new":1}""")]
    [InlineData("""{"kind":"gate","door":{},"new":1}""")]
    [InlineData("""{"kind":"door","last":{"kind":"parcel","parcel":{},"new":1},"door":{}}""")]
    public void A_member_that_is_not_listed_is_no_difference(string data) => Assert.Empty(Depot.Value.Receive(data));

    [Fact]
    public void What_is_not_open_in_it_stays_strict() =>
        Assert.Equal(["UnknownMember news[].data.last.parcel.new"], Depot.Value.Receive("""{"kind":"door","last":{"parcel":{"new":1},"other":2}}"""));
}
