namespace Bot.Handlers;

public sealed class Counter : IMessagesHandler
{
    public async ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        int count = await CountAsync(message.Id, cancellationToken);
        Console.WriteLine(count);
    }

    private static async Task<int> CountAsync(string? id, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        return id?.Length ?? 0;
    }
}
