namespace Bot.Handlers;

public sealed class Answers : IMessagesHandler // WAGEN210
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
