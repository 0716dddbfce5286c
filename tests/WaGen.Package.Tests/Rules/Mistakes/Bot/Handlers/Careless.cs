namespace Bot.Handlers;

public sealed class Careless : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        try
        {
            Console.WriteLine(message.Type);
        }
        catch (Exception) // WAGEN208
        {
        }

        return ValueTask.CompletedTask;
    }
}
