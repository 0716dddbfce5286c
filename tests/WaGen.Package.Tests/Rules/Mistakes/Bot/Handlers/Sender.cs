namespace Bot.Handlers;

public sealed class Sender : IMessagesHandler
{
    public async ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => await Task.Delay(10); // WAGEN207
}
