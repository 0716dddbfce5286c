namespace Bot.Views;

public sealed class Names : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine(context.Contact.Profile.Name);
        return ValueTask.CompletedTask;
    }
}
