namespace Bot.Views;

public sealed class Comparison : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        if (message.Type.ToString() == "Image") // WAGEN212
        {
            Console.WriteLine("a picture");
        }

        return ValueTask.CompletedTask;
    }
}
