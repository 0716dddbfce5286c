namespace EchoBot;

/// <summary>Answers each text with the same text, and writes a line about every event.</summary>
internal sealed class Bot(EventJournal journal) : IMessagesHandler, IPartnerSolutionsHandler, IUnhandledHandler
{
    public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        if (message.Text.Body is { } text)
        {
            await context.ReplyTextAsync(text, cancellationToken: cancellationToken);
        }

        journal.Handled(context.Delivery);
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
