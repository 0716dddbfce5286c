using System.Buffers;

namespace WaGen.Runtime;

/// <summary>Makes events with memory of their own.</summary>
internal static class DetachedItem
{
    /// <summary>Copies an event and its context.</summary>
    public static WebhookItem Create(WebhookItem item)
    {
        WebhookDocument source = item.Document!;
        RoutedItem origin = item.Read();
        WebhookContract contract = origin.Field!.Contract;
        string? app = item.Delivery.App;
        IServiceProvider? services = item.Services;
        var body = new ArrayBufferWriter<byte>();
        MinimalBody.Write(item, body);
        WebhookDocument document = WebhookDocument.CreateDetached(body.WrittenSpan, anyRoot: false, out _)!;
        source.ThrowIfLate(item.Version);
        document.App = app;
        document.Services = services;
        document.Route(contract);
        document.Trim();
        return new WebhookItem(document, document.Version, FindFirst(document, origin.Field, origin.Event, 1));
    }

    /// <summary>Reads a body that holds exactly one event.</summary>
    /// <exception cref="FormatException">The body is not JSON, or does not hold exactly one event of these kinds.</exception>
    public static WebhookItem Parse(WebhookContract contract, byte[] utf8Json, WebhookField field, int firstEvent, int eventCount)
    {
        WebhookDocument document = WebhookDocument.CreateDetached(utf8Json, anyRoot: false, out JsonFault fault)
            ?? throw new FormatException($"The body is not JSON at byte {fault.Position}: {fault.Message}");
        document.Route(contract);
        document.Trim();
        int found = FindFirst(document, field, firstEvent, eventCount);
        string wanted = eventCount == 1 ? $"event {field.Name} {field.Events[firstEvent].Name}" : $"event of the field {field.Name}";
        if (found < 0)
        {
            throw new FormatException($"The body holds no {wanted}; it holds {Describe(document)}.");
        }

        return document.ItemCount == 1
            ? new WebhookItem(document, document.Version, found)
            : throw new FormatException($"The body holds more than one {wanted}: {Describe(document)}.");
    }

    private static int FindFirst(WebhookDocument document, WebhookField field, int firstEvent, int eventCount)
    {
        ReadOnlySpan<RoutedItem> items = document.Items;
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Reason == UnhandledReason.None && items[i].Field == field
                && items[i].Event >= firstEvent && items[i].Event < firstEvent + eventCount)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Names what a body holds, the first few of it.</summary>
    private static string Describe(WebhookDocument document)
    {
        const int Shown = 3;
        ReadOnlySpan<RoutedItem> items = document.Items;
        var parts = new List<string>();
        foreach (RoutedItem item in items[..Math.Min(items.Length, Shown)])
        {
            parts.Add(item.Reason == UnhandledReason.None
                ? $"{item.Field!.Name} {item.Field.Events[item.Event].Name}"
                : $"an unhandled part ({item.Reason})");
        }

        if (items.Length > Shown)
        {
            parts.Add($"{items.Length - Shown} more");
        }

        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }
}
