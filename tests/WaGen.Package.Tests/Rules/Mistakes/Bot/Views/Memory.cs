namespace Bot.Views;

public sealed class Memory : IMessagesHandler
{
    private Message _last;

    public string? LastId => _last.Id;

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        _last = message; // WAGEN211
        return ValueTask.CompletedTask;
    }
}
