namespace WaGen.Benchmarks.SystemTextJson;

/// <summary>Reads what <see cref="Receiving.ReadingBot"/> reads, from the classes.</summary>
internal sealed class ModelReading
{
    /// <summary>Gets how many members had a value.</summary>
    public int Present { get; private set; }

    public void Read(WebhookModel? body)
    {
        foreach (EntryModel entry in body?.Entry ?? [])
        {
            foreach (ChangeModel change in entry.Changes ?? [])
            {
                ReadValue(entry, change);
            }
        }
    }

    private void ReadValue(EntryModel entry, ChangeModel change)
    {
        foreach (MessageModel message in change.Value?.Messages ?? [])
        {
            ReadSurroundings(entry, change);
            ReadMessage(message);
        }

        foreach (StatusModel status in change.Value?.Statuses ?? [])
        {
            ReadSurroundings(entry, change);
            ReadStatus(status);
        }

        foreach (HistoryModel chunk in change.Value?.History ?? [])
        {
            ReadSurroundings(entry, change);
            ReadChunk(chunk);
        }
    }

    private void ReadSurroundings(EntryModel entry, ChangeModel change)
    {
        Read(entry.Id);
        Read(entry.Time);
        Read(change.Field);
        Read(change.Value?.MessagingProduct);
        Read(change.Value?.Metadata?.DisplayPhoneNumber);
        Read(change.Value?.Metadata?.PhoneNumberId);
        foreach (ContactModel contact in change.Value?.Contacts ?? [])
        {
            Read(contact.Profile?.Name);
            Read(contact.Profile?.Username);
            Read(contact.Profile?.CountryCode);
            Read(contact.WaId);
            Read(contact.UserId);
            Read(contact.ParentUserId);
            Read(contact.IdentityKeyHash);
            Read(contact.CountryCode);
        }
    }

    private void ReadMessage(MessageModel message)
    {
        Read(message.From);
        Read(message.FromUserId);
        Read(message.FromParentUserId);
        Read(message.GroupId);
        Read(message.To);
        Read(message.Id);
        Read(message.Timestamp);
        Read(message.Type);
        Read(message.FromLogicalId);
        Read(message.HistoryContext?.Status);
        Read(message.HistoryContext?.FromMe);
        Read(message.Text?.Body);
        if (message.Image is { } image)
        {
            Read(image.Caption);
            Read(image.MimeType);
            Read(image.Sha256);
            Read(image.Id);
            Read(image.Url);
            Read(image.File);
        }

        if (message.Context is { } reply)
        {
            Read(reply.From);
            Read(reply.Id);
            Read(reply.ReferredProduct?.CatalogId);
            Read(reply.ReferredProduct?.ProductRetailerId);
            Read(reply.Forwarded);
            Read(reply.FrequentlyForwarded);
        }

        ReadErrors(message.Errors);
    }

    private void ReadStatus(StatusModel status)
    {
        Read(status.Id);
        Read(status.Status);
        Read(status.Timestamp);
        Read(status.RecipientId);
        Read(status.RecipientUserId);
        Read(status.RecipientParentUserId);
        Read(status.RecipientType);
        Read(status.GroupId);
        Read(status.RecipientParticipantId);
        Read(status.RecipientParticipantUserId);
        Read(status.RecipientParticipantParentUserId);
        Read(status.RecipientIdentityKeyHash);
        Read(status.BizOpaqueCallbackData);
        Read(status.Type);
        Read(status.Conversation?.Id);
        Read(status.Conversation?.ExpirationTimestamp);
        Read(status.Conversation?.Origin?.Type);
        Read(status.Pricing?.Billable);
        Read(status.Pricing?.Model);
        Read(status.Pricing?.Category);
        Read(status.Pricing?.Type);
        ReadErrors(status.Errors);
    }

    private void ReadChunk(HistoryModel chunk)
    {
        Read(chunk.Metadata?.Phase);
        Read(chunk.Metadata?.ChunkOrder);
        Read(chunk.Metadata?.Progress);
        foreach (ThreadModel thread in chunk.Threads ?? [])
        {
            Read(thread.Id);
            Read(thread.Context?.WaId);
            Read(thread.Context?.UserId);
            Read(thread.Context?.ParentUserId);
            Read(thread.Context?.Username);
            foreach (MessageModel message in thread.Messages ?? [])
            {
                ReadMessage(message);
            }
        }
    }

    private void ReadErrors(List<ErrorModel>? errors)
    {
        foreach (ErrorModel error in errors ?? [])
        {
            Read(error.Code);
            Read(error.Title);
            Read(error.Message);
            Read(error.Details);
            Read(error.ErrorData?.Details);
            Read(error.Href);
        }
    }

    private void Read<T>(T? value) => Present += value is null ? 0 : 1;
}
