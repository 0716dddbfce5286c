namespace WaGen.Benchmarks.Receiving;

/// <summary>Takes chunks of history and nothing else.</summary>
internal sealed class HistoryBot : IHistoryHandler
{
    public ValueTask OnChunkAsync(HistoryChunk historyPart, HistoryContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
