namespace Bot.Views;

public sealed class Names : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine(context.Contacts[0].Profile.Name); // WAGEN216
        return ValueTask.CompletedTask;
    }
}
