using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit;

/// <summary>Variants whose content is the same member: without the discriminator, its presence says which of two groups it is, not which variant.</summary>
public sealed class SharedContentTests
{
    private const string Handler = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Depot.Hooks;
        using WaGen;

        namespace Shop;

        public sealed class Bot(Action<string> log) : INewsHandler, IUnhandledHandler
        {
            public ValueTask OnShutAsync(ShutNews news, NewsContext context, CancellationToken cancellationToken) => Log("shut");

            public ValueTask OnOpenAsync(OpenNews news, NewsContext context, CancellationToken cancellationToken) => Log("open");

            public ValueTask OnLostAsync(LostNews news, NewsContext context, CancellationToken cancellationToken) => Log("lost");

            public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken) => Log(unhandled.Reason.ToString());

            public static void Receive(byte[] body, Action<string> log)
            {
                var bot = new Bot(log);
                var processor = new WebhookProcessor(DepotContract.Instance, [WebhookHandlerRegistration.Singleton(bot)], new SignatureVerifier([new("app", "depot-secret")]), unhandled: bot);
                processor.ProcessVerifiedAsync(body, "app").AsTask().GetAwaiter().GetResult();
            }

            private ValueTask Log(string line)
            {
                log(line);
                return default;
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
              "type": "object", "description": "What happened.",
              "x-wagen": { "discriminators": ["kind", "door.state"] },
              "properties": { "kind": { "type": "string", "description": "What it is about." } },
              "oneOf": [{ "$ref": "#/$defs/OpenNews" }, { "$ref": "#/$defs/ShutNews" }, { "$ref": "#/$defs/LostNews" }]
            },
            "OpenNews": {
              "type": "object", "description": "A door is open.", "x-wagen": { "handler": "Open", "content": "door" },
              "properties": { "kind": { "const": "door" }, "door": { "$ref": "#/$defs/Door", "properties": { "state": { "const": "open" } } } }
            },
            "ShutNews": {
              "type": "object", "description": "A door is shut.", "x-wagen": { "handler": "Shut", "content": "door" },
              "properties": { "kind": { "const": "door" }, "door": { "$ref": "#/$defs/Door", "properties": { "state": { "const": "shut" } } } }
            },
            "LostNews": {
              "type": "object", "description": "A parcel is lost.", "x-wagen": { "handler": "Lost", "content": "parcel" },
              "properties": { "kind": { "const": "parcel" }, "parcel": { "$ref": "#/$defs/Door" } }
            },
            "Door": { "type": "object", "description": "A door.", "properties": { "state": { "type": "string", "description": "How it is." } } }
          }
        }
        """;

    private static readonly Lazy<DepotProvider> Depot = new(static () => new DepotProvider(Field, Handler, "Shop.Bot"));

    [Theory]
    [InlineData("""{"kind":"door","door":{"state":"shut"}}""", "shut")]
    [InlineData("""{"door":{"state":"open"}}""", "open")]
    [InlineData("""{"door":{"state":"shut"}}""", "shut")]
    [InlineData("""{"parcel":{"state":"shut"}}""", "lost")]
    public void The_next_discriminator_tells_variants_of_one_content_apart(string data, string expected) => Expect(data, expected);

    [Theory]
    [InlineData("""{"door":{"state":"ajar"}}""", "UnknownEvent")]
    [InlineData("""{"kind":"door","door":{"state":"ajar"}}""", "UnknownEvent")]
    [InlineData("""{"door":{}}""", "MalformedDiscriminator")]
    [InlineData("""{"kind":"door","door":{}}""", "MalformedDiscriminator")]
    [InlineData("""{"kind":"door"}""", "MalformedDiscriminator")]
    [InlineData("{}", "MalformedDiscriminator")]
    public void None_of_them_is_guessed(string data, string expected) => Expect(data, expected);

    private static void Expect(string data, string expected) => Assert.Equal([expected], Depot.Value.Receive(data));
}
