using System.Collections.Concurrent;

namespace EchoBot;

/// <summary>Writes a line for each event to standard output, and for each part of a body that no handler took to standard error.</summary>
internal sealed class EventJournal
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>All lines so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public void Handled(WebhookDelivery delivery)
    {
        string line = $"{delivery.Field} {delivery.Event} {delivery.Identity ?? "-"}";
        _lines.Enqueue(line);
        Console.Out.WriteLine(line);
    }

    public void Unhandled(UnhandledEvent unhandled)
    {
        string line = $"{unhandled.Field ?? "-"} {unhandled.Reason} {unhandled.Path}";
        _lines.Enqueue(line);
        Console.Error.WriteLine($"unhandled: {line}");
    }
}
