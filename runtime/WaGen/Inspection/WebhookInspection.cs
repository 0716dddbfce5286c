using System.Text;
using WaGen.Runtime;

namespace WaGen;

/// <summary>What a body holds, read as a <see cref="WebhookProcessor"/> reads it, but without calling a handler. For tools and tests.</summary>
/// <remarks>It keeps a copy of the body, so nothing of it is ever late. It holds what was received: do not log it.</remarks>
public sealed class WebhookInspection
{
    private WebhookInspection(JsonFault fault)
    {
        Fault = fault;
        Items = [];
        Typed = [];
        Unknown = [];
        Mismatched = [];
    }

    private WebhookInspection(WebhookContract contract, WebhookDocument document)
    {
        var views = new BoundViews();
        document.BoundViews = views;
        document.Route(contract);

        var paths = new TapePaths(document);
        Items = ReadItems(document, views, paths);
        var unhandled = new List<RoutedItem>();
        foreach (RoutedItem item in document.Items)
        {
            if (item.Reason != UnhandledReason.None)
            {
                unhandled.Add(item);
            }
        }

        // A value without an event still has members that surround the events of other values.
        var report = new ViewReport(document, paths, [.. unhandled.Where(static item => item.Reason != UnhandledReason.NoEvent).Select(static item => item.Node)]);
        views.Visit(report);
        report.NotTaken.AddRange(unhandled.Select(static item => item.Node));
        Typed = [.. report.Held.OrderBy(held => held.Node).Select(held =>
            new InspectedMember(paths.Get(held.Node), Name(held.Member), new RawJson(document, document.Version, held.Node)))];
        Unknown = [.. report.NotTaken.Distinct().Order().Select(paths.Get)];
        Mismatched = [.. report.Misfits.OrderBy(misfit => misfit.Node).Select(misfit =>
            new InspectedMismatch(paths.Get(misfit.Node), misfit.Expected, Name(document.TapeNodes[misfit.Node].Kind)))];
    }

    /// <summary>Gets why the body is not JSON; null when it is. Then everything else is empty.</summary>
    public JsonFault? Fault { get; }

    /// <summary>Gets the events and the parts that no handler method takes, in body order.</summary>
    public IReadOnlyList<InspectedItem> Items { get; }

    /// <summary>Gets every scalar that a typed member of an event or of what surrounds it holds, in body order; nulls included.</summary>
    public IReadOnlyList<InspectedMember> Typed { get; }

    /// <summary>Gets the ways to the members that no schema knows and to the parts that no handler method takes, in body order.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Gets the values that their typed members cannot hold, in body order.</summary>
    public IReadOnlyList<InspectedMismatch> Mismatched { get; }

    /// <summary>Reads a body.</summary>
    /// <param name="contract">The contract of the provider.</param>
    /// <param name="body">The body; it is copied.</param>
    /// <returns>What it holds.</returns>
    public static WebhookInspection Read(WebhookContract contract, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(contract);
        WebhookDocument? document = WebhookDocument.CreateDetached(body, anyRoot: false, out JsonFault fault);
        return document is null ? new WebhookInspection(fault) : new WebhookInspection(contract, document);
    }

    private static List<InspectedItem> ReadItems(WebhookDocument document, BoundViews views, TapePaths paths)
    {
        var items = new List<InspectedItem>(document.ItemCount);
        for (int i = 0; i < document.ItemCount; i++)
        {
            RoutedItem item = document.Items[i];
            WebhookEventInfo? info = item.Reason == UnhandledReason.None ? item.Field!.Events[item.Event] : null;
            var delivery = new WebhookDelivery(new WebhookItem(document, document.Version, i));
            views.KeyParts.Clear();
            string? identity = info is null ? null : delivery.Identity;
            string[] identityPaths = [.. views.KeyParts.Select(paths.Get)];
            items.Add(new InspectedItem
            {
                Path = paths.Get(item.Node),
                Field = item.Field?.Name ?? ReadText(document, item.FieldName),
                Event = info?.Name,
                Handler = info?.Method,
                Reason = item.Reason,
                EntryId = ReadText(document, item.EntryId),
                Identity = identity,
                IdentityPaths = identityPaths,
                OrderKey = info is null ? null : delivery.OrderKey,
            });
        }

        return items;
    }

    private static string? ReadText(WebhookDocument document, int node) =>
        node == 0 ? null : Encoding.UTF8.GetString(document.Binder.Text(node));

    private static string Name(ViewMember member) => member switch
    {
        ViewMember.Text or ViewMember.TextOrNumber => "string",
        ViewMember.Integer => "integer",
        ViewMember.Number => "number",
        ViewMember.UnixTime => "unix-time",
        ViewMember.Boolean => "boolean",
        ViewMember.Enum => "enum",
        ViewMember.Object => "object",
        ViewMember.Array => "array",
        _ => "raw",
    };

    private static string Name(JsonKind kind) => kind switch
    {
        JsonKind.Object => "object",
        JsonKind.Array => "array",
        JsonKind.String => "string",
        JsonKind.Number => "number",
        JsonKind.True or JsonKind.False => "boolean",
        _ => "null",
    };
}
