namespace Bot.Views;

public sealed class Greetings : IMessagesHandler
{
    private readonly Dictionary<string, int> _greetings = [];

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        _greetings[(message.FromUserId ?? message.From)!] = 1;
        return ValueTask.CompletedTask;
    }
}
