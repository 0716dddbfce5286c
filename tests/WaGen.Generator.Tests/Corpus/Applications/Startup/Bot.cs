namespace Classic;

public class Bot : IMessagesHandler, IUnhandledHandler
{
    public ValueTask OnImageAsync(ImageMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
