namespace Bot.Handlers;

public sealed class Archive : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        Save(message.Id);
        return ValueTask.CompletedTask;
    }

    private static async void Save(string? id) // WAGEN205
    {
        await Task.Delay(10);
        Console.WriteLine(id);
    }
}
