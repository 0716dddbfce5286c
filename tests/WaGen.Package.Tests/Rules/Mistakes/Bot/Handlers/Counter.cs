namespace Bot.Handlers;

public sealed class Counter : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        int count = CountAsync(message.Id, cancellationToken).Result; // WAGEN206
        Console.WriteLine(count);
        return ValueTask.CompletedTask;
    }

    private static async Task<int> CountAsync(string? id, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        return id?.Length ?? 0;
    }
}
