namespace Bot.Handlers;

public sealed class Receipts : IMessagesHandler // WAGEN209
{
    public ValueTask OnDeliveredAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
