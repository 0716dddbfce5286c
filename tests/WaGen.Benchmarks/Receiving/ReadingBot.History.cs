namespace WaGen.Benchmarks.Receiving;

internal sealed partial class ReadingBot
{
    public ValueTask OnChunkAsync(HistoryChunk historyPart, HistoryContext context, CancellationToken cancellationToken)
    {
        Read(context.Entry.Id);
        Read(context.Entry.Time);
        Read(context.Delivery.Field);
        Read(context.MessagingProduct);
        ReadMetadata(context.Metadata);
        ReadContacts(context.Contacts);
        Read(historyPart.Metadata.Phase);
        Read(historyPart.Metadata.ChunkOrder);
        Read(historyPart.Metadata.Progress);
        foreach (HistoryThread thread in historyPart.Threads)
        {
            Read(thread.Id);
            Read(thread.Context.WaId);
            Read(thread.Context.UserId);
            Read(thread.Context.ParentUserId);
            Read(thread.Context.Username);
            foreach (HistoryMessage message in thread.Messages)
            {
                ReadMessage(message);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void ReadMessage(HistoryMessage message)
    {
        Read(message.From);
        Read(message.FromUserId);
        Read(message.FromParentUserId);
        Read(message.To);
        Read(message.Id);
        Read(message.Timestamp);
        Read(message.TypeText);
        Read(message.HistoryContext.StatusText);
        Read(message.HistoryContext.FromMe);
        Read(message.Text.Body);
        if (message.Image.IsPresent)
        {
            ReadImage(message.Image);
        }

        ReadReply(message.Context);
        ReadErrors(message.Errors);
    }
}
