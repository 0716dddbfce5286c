namespace WaGen.Benchmarks.Receiving;

/// <summary>Reads the members of its events and of what surrounds them, each as a string or a number, present or not.</summary>
/// <remarks>What surrounds an event is read for each event, as a handler does that knows of no other event.</remarks>
internal sealed partial class ReadingBot : IMessagesHandler, IHistoryHandler
{
    /// <summary>Gets how many members had a value.</summary>
    public int Present { get; private set; }

    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        ReadSurroundings(context);
        ReadMessage(message.AsMessage());
        Read(message.Text.Body);
        return ValueTask.CompletedTask;
    }

    public ValueTask OnImageAsync(ImageMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        ReadSurroundings(context);
        ReadMessage(message.AsMessage());
        ReadImage(message.Image);
        return ValueTask.CompletedTask;
    }

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        ReadSurroundings(context);
        Read(status.Id);
        Read(status.KindText);
        Read(status.Timestamp);
        Read(status.RecipientId);
        Read(status.RecipientUserId);
        Read(status.RecipientParentUserId);
        Read(status.RecipientTypeText);
        Read(status.GroupId);
        Read(status.RecipientParticipantId);
        Read(status.RecipientParticipantUserId);
        Read(status.RecipientParticipantParentUserId);
        Read(status.RecipientIdentityKeyHash);
        Read(status.BizOpaqueCallbackData);
        Read(status.TypeText);
        Read(status.Conversation.Id);
        Read(status.Conversation.ExpirationTimestamp);
        Read(status.Conversation.Origin.TypeText);
        Read(status.Pricing.Billable);
        Read(status.Pricing.PricingModelText);
        Read(status.Pricing.CategoryText);
        Read(status.Pricing.TypeText);
        ReadErrors(status.Errors);
        return ValueTask.CompletedTask;
    }

    private void ReadMessage(Message message)
    {
        Read(message.From);
        Read(message.FromUserId);
        Read(message.FromParentUserId);
        Read(message.GroupId);
        Read(message.Id);
        Read(message.Timestamp);
        Read(message.TypeText);
        Read(message.FromLogicalId);
        ReadReply(message.Context);
        ReadErrors(message.Errors);
    }

    private void ReadSurroundings(MessagesContext context)
    {
        Read(context.Entry.Id);
        Read(context.Entry.Time);
        Read(context.Delivery.Field);
        Read(context.MessagingProduct);
        ReadMetadata(context.Metadata);
        ReadContacts(context.Contacts);
    }

    private void ReadMetadata(Metadata metadata)
    {
        Read(metadata.DisplayPhoneNumber);
        Read(metadata.PhoneNumberId);
    }

    private void ReadContacts(ViewList<Contact> contacts)
    {
        foreach (Contact contact in contacts)
        {
            Read(contact.Profile.Name);
            Read(contact.Profile.Username);
            Read(contact.Profile.CountryCode);
            Read(contact.WaId);
            Read(contact.UserId);
            Read(contact.ParentUserId);
            Read(contact.IdentityKeyHash);
            Read(contact.CountryCode);
        }
    }

    private void ReadImage(ImageContent image)
    {
        Read(image.Caption);
        Read(image.MimeType);
        Read(image.Sha256);
        Read(image.Id);
        Read(image.Url);
        Read(image.File);
    }

    private void ReadReply(ReplyContext reply)
    {
        if (!reply.IsPresent)
        {
            return;
        }

        Read(reply.From);
        Read(reply.Id);
        Read(reply.ReferredProduct.CatalogId);
        Read(reply.ReferredProduct.ProductRetailerId);
        Read(reply.Forwarded);
        Read(reply.FrequentlyForwarded);
    }

    private void ReadErrors(ViewList<WhatsAppError> errors)
    {
        foreach (WhatsAppError error in errors)
        {
            Read(error.Code);
            Read(error.Title);
            Read(error.Message);
            Read(error.Details);
            Read(error.ErrorData.Details);
            Read(error.Href);
        }
    }

    private void Read<T>(T? value) => Present += value is null ? 0 : 1;
}
