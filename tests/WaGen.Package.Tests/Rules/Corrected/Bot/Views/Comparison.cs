namespace Bot.Views;

public sealed class Comparison : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        if (message.Type == MessageType.Image)
        {
            Console.WriteLine("a picture");
        }

        return ValueTask.CompletedTask;
    }
}
