using System.Diagnostics;

namespace Bots;

/// Passes every event on to another handler and measures it.
public sealed class Measuring(IMessagesHandler inner) : IMessagesHandler
{
    public TimeSpan Elapsed { get; private set; }

    public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            await inner.OnTextAsync(message, context, cancellationToken);
        }
        finally
        {
            Elapsed += Stopwatch.GetElapsedTime(started);
        }
    }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => inner.OnMessageAsync(message, context, cancellationToken);

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => inner.OnStatusAsync(status, context, cancellationToken);
}

public sealed class Several(IEnumerable<IMessagesHandler> handlers) : IMessagesHandler
{
    public async ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        foreach (IMessagesHandler handler in handlers)
        {
            await handler.OnMessageAsync(message, context, cancellationToken);
        }
    }
}
