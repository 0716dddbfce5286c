namespace Bot.Handlers;

public sealed class NearMiss : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnReactionAsync(ReactionMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
