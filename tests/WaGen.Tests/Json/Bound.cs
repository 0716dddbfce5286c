using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

/// <summary>Parses and binds bodies the way a router does.</summary>
internal static class Bound
{
    /// <summary>Binds the root of a rented document that is never returned.</summary>
    public static Thing Thing(string json) => Thing(json, out _);

    public static Thing Thing(string json, out WebhookDocument document) => Thing(Encoding.UTF8.GetBytes(json), out document);

    public static Thing Thing(ReadOnlySpan<byte> utf8, out WebhookDocument document)
    {
        document = WebhookDocument.Rent();
        document.CopyBody(utf8);
        Assert.True(document.TryParse(out JsonFault fault), fault.ToString());
        return Root(document);
    }

    public static Thing Root(WebhookDocument document) => new JsonView(document, document.Version, Bind(document.Binder)).As<Thing>();

    public static IEnumerable<DriftKind> Drift(string json)
    {
        Thing(json, out WebhookDocument document);
        return document.Drift.ToArray().Select(entry => entry.Kind);
    }

    private static int Bind(JsonBinder binder) => Bind<Thing>(binder);

    private static int Bind<T>(JsonBinder binder)
        where T : struct, IJsonView<T> => T.Bind(binder, 0);
}
