namespace WaGen.Testing.Tests.Receiving;

/// <summary>Takes texts and statuses, and throws at a word.</summary>
internal sealed class RecordingBot : IMessagesHandler
{
    public const string Bad = "throw";

    private readonly Lock _lock = new();
    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        string body = message.Text.Body!;
        Add(body);
        return body == Bad ? throw new InvalidOperationException("The bot does not like it.") : ValueTask.CompletedTask;
    }

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        Add($"{status.Kind} {status.RecipientId}");
        return ValueTask.CompletedTask;
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _seen.Add(line);
        }
    }
}
