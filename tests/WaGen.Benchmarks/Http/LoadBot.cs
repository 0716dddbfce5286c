namespace WaGen.Benchmarks.Http;

/// <summary>Completes at once and counts, for many requests at a time.</summary>
internal sealed class LoadBot : IMessagesHandler
{
    private long _events;

    /// <summary>Gets how many events came.</summary>
    public long Events => Interlocked.Read(ref _events);

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => Count();

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Count();

    private ValueTask Count()
    {
        Interlocked.Increment(ref _events);
        return ValueTask.CompletedTask;
    }
}
