namespace WaGen.Benchmarks.Receiving;

/// <summary>Takes every message and status and reads none of them.</summary>
internal sealed class CountingBot : IMessagesHandler, IHistoryHandler
{
    /// <summary>Gets how many events came.</summary>
    public int Events { get; private set; }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => Count();

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Count();

    public ValueTask OnHistoryAsync(HistoryPart history, HistoryContext context, CancellationToken cancellationToken) => Count();

    private ValueTask Count()
    {
        Events++;
        return ValueTask.CompletedTask;
    }
}
