namespace Bot.Handlers;

public sealed class Forgotten : IMessagesHandler // WAGEN203
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
