namespace Bots;

public sealed partial class Bot
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => CountAsync();

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => CountAsync();
}
