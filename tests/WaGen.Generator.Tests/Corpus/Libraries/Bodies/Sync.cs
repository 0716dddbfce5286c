namespace Bots;

public sealed class Sync : IMessagesHandler, IDisposable
{
    private readonly Task<string> _start = Task.FromResult("started");
    private readonly Lock _lock = new();
    private int _count;

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _count++;
        }

        if (message.Type is null)
        {
            return context.Unhandled();
        }

        return default;
    }

    public async ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        var outcome = new Outcome("done");
        Console.WriteLine(outcome.Result);
        try
        {
            Console.WriteLine(int.Parse(status.Id ?? ""));
        }
        catch (FormatException)
        {
            Console.WriteLine("no number");
        }

        await Task.Yield();
    }

    public void Dispose() => _start.Wait();

    private sealed record Outcome(string Result);
}
