using System.Collections.Concurrent;
using System.Text;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>What handlers and the unhandled hook of a test got.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<string> _handled = new();
    private readonly ConcurrentQueue<UnhandledRecord> _unhandled = new();

    /// <summary>Field, event and identity of each handled event.</summary>
    public IReadOnlyCollection<string> Handled => _handled;

    public IReadOnlyCollection<UnhandledRecord> Unhandled => _unhandled;

    /// <summary>The app whose secret verified the last event.</summary>
    public string? App { get; private set; }

    /// <summary>What a handler does besides taking notes.</summary>
    public Func<CancellationToken, ValueTask> During { get; set; } = static _ => ValueTask.CompletedTask;

    public ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        _handled.Enqueue($"{delivery.Field} {delivery.Event} {delivery.Identity}");
        App = delivery.App;
        return During(cancellationToken);
    }

    public void Add(UnhandledEvent unhandled) => _unhandled.Enqueue(new UnhandledRecord(
        unhandled.Reason, unhandled.Field, unhandled.Path, Encoding.UTF8.GetString(unhandled.Utf8), unhandled.EntryId, unhandled.BytePosition));
}
