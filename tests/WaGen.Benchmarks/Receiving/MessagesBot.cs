namespace WaGen.Benchmarks.Receiving;

/// <summary>Takes messages and nothing else.</summary>
internal sealed class MessagesBot : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
