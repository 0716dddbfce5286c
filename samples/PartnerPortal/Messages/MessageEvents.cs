using PartnerPortal.Customers;

namespace PartnerPortal.Messages;

/// <summary>Follows the messages that were sent, and the taps on links in marketing messages.</summary>
internal sealed class MessageEvents(CustomerBook customers) : IMessagesHandler
{
    public ValueTask OnSentAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Note(status, context, MessageProgress.Sent);

    public ValueTask OnDeliveredAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Note(status, context, MessageProgress.Delivered);

    public ValueTask OnReadAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Note(status, context, MessageProgress.Read);

    public ValueTask OnFailedAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Note(status, context, MessageProgress.Failed);

    public ValueTask OnLinkClickAsync(UserAction userAction, MessagesContext context, CancellationToken cancellationToken)
    {
        if (userAction.Click.ClickId is not { } click || context.Entry.Id is not { } wabaId)
        {
            return context.Unhandled();
        }

        customers.Update(wabaId, customer => customer with { Clicks = customer.Clicks.Add(click) });
        return ValueTask.CompletedTask;
    }

    private ValueTask Note(Status status, MessagesContext context, MessageProgress progress)
    {
        if (status.Id is not { } id || context.Entry.Id is not { } wabaId)
        {
            return context.Unhandled();
        }

        customers.Update(wabaId, customer => customer.WithMessage(id, progress));
        return ValueTask.CompletedTask;
    }
}
