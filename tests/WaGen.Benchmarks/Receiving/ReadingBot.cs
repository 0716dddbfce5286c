namespace WaGen.Benchmarks.Receiving;

/// <summary>Reads every member that its events and their surroundings have, each as a string or a number.</summary>
internal sealed class ReadingBot : IMessagesHandler
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
        ReadErrors(message.Errors);
    }

    private void ReadErrors(ViewList<WhatsAppError> errors)
    {
        foreach (WhatsAppError error in errors)
        {
            Read(error.Code);
            Read(error.Title);
            Read(error.Message);
            Read(error.ErrorData.Details);
            Read(error.Href);
        }
    }

    private void ReadSurroundings(MessagesContext context)
    {
        Read(context.Entry.Id);
        Read(context.Entry.Time);
        Read(context.Delivery.Field);
        Read(context.MessagingProduct);
        Read(context.Metadata.DisplayPhoneNumber);
        Read(context.Metadata.PhoneNumberId);
        foreach (Contact contact in context.Contacts)
        {
            Read(contact.Profile.Name);
            Read(contact.Profile.Username);
            Read(contact.WaId);
            Read(contact.UserId);
            Read(contact.ParentUserId);
        }
    }

    private void Read<T>(T? value) => Present += value is null ? 0 : 1;
}
