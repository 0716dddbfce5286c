namespace EchoBot;

/// <summary>Takes every event and writes a line about it. A real bot would answer a text with the same text.</summary>
internal sealed class Bot(EventJournal journal) : IMessagesHandler, IPartnerSolutionsHandler, IUnhandledHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        // The place to send message.Text.Body back to context.Contact.
        return Handled(context.Delivery);
    }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => Handled(context.Delivery);

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Handled(context.Delivery);

    public ValueTask OnUserActionAsync(UserAction action, MessagesContext context, CancellationToken cancellationToken) => Handled(context.Delivery);

    public ValueTask OnErrorAsync(ValueError error, MessagesContext context, CancellationToken cancellationToken) => Handled(context.Delivery);

    public ValueTask OnPartnerSolutionAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) => Handled(context.Delivery);

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        journal.Unhandled(unhandled);
        return ValueTask.CompletedTask;
    }

    private ValueTask Handled(WebhookDelivery delivery)
    {
        journal.Handled(delivery);
        return ValueTask.CompletedTask;
    }
}
