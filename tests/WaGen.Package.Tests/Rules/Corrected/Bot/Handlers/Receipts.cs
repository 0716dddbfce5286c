namespace Bot.Handlers;

public sealed class Receipts : IMessagesHandler
{
    public ValueTask OnDeliveredAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnFailedAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
