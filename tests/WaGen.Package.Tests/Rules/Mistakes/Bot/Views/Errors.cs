namespace Bot.Views;

public sealed class Errors : IMessagesHandler
{
    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        foreach (WhatsAppError error in status.Errors)
        {
            Console.WriteLine(error.Details); // WAGEN215
        }

        return ValueTask.CompletedTask;
    }
}
