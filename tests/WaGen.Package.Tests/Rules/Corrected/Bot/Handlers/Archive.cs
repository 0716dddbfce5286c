namespace Bot.Handlers;

public sealed class Archive : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => new(SaveAsync(message.Id, cancellationToken));

    private static async Task SaveAsync(string? id, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        Console.WriteLine(id);
    }
}
