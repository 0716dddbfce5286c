namespace Bot.Views;

public sealed class Progress : IMessagesHandler
{
    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        switch (status.Kind) // WAGEN214
        {
            case StatusKind.Sent:
                Console.WriteLine("one tick");
                break;
            case StatusKind.Delivered:
                Console.WriteLine("two ticks");
                break;
        }

        return ValueTask.CompletedTask;
    }
}
