using System.Globalization;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <content>Copies of messages and what belongs to them: echoes, history, conversation routing, contacts of the app.</content>
internal sealed partial class Recorder :
    ISmbMessageEchoesHandler, IMessageEchoesHandler, IHistoryHandler, IStandbyHandler, IMessagingHandoversHandler, ISmbAppStateSyncHandler
{
    public ValueTask OnEchoAsync(SmbMessageEcho echo, SmbMessageEchoesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(echo.To, echo.ToUserId), Time(echo.Timestamp), echo.TypeText, context.Contact.Profile.Username);

    public ValueTask OnEditAsync(SmbMessageEcho echo, SmbMessageEchoesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(echo.To, echo.ToUserId), Time(echo.Timestamp), echo.Edit.OriginalMessageId, echo.Edit.Message.Text.Body ?? echo.Edit.Message.Image.Caption);

    public ValueTask OnRevokeAsync(SmbMessageEcho echo, SmbMessageEchoesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(echo.To, echo.ToUserId), Time(echo.Timestamp), echo.Revoke.OriginalMessageId);

    public ValueTask OnEchoAsync(MessageEcho echo, MessageEchoesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(echo.To, echo.ToUserId), Time(echo.Timestamp), echo.TypeText, echo.MessageCreationTypeText);

    public ValueTask OnChunkAsync(HistoryChunk chunk, HistoryContext context, CancellationToken cancellationToken)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{chunk.Metadata.Phase}, {chunk.Metadata.ChunkOrder}, {chunk.Metadata.Progress}");
        IEnumerable<string?> messages =
            from thread in chunk.Threads
            from message in thread.Messages
            select $"{message.TypeText} {message.HistoryContext.StatusText} in {Who(thread.Id, thread.Context.UserId)}";
        return Add(context.Delivery, [place, .. messages]);
    }

    public ValueTask OnDeclinedAsync(HistoryDeclined declined, HistoryContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, declined.Errors[0].Code?.ToString(CultureInfo.InvariantCulture), declined.Errors[0].ErrorData.Details);

    public ValueTask OnMediaMessageAsync(HistoryMediaMessage message, HistoryContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(message.From, message.FromUserId), message.TypeText, message.Image.Id, context.Contact.Profile.Username);

    public ValueTask OnMediaEchoAsync(HistoryMediaEcho echo, HistoryContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(echo.To, echo.ToUserId), echo.TypeText, echo.Sticker.Id, context.Contact.UserId);

    public ValueTask OnMessageAsync(StandbyMessage message, StandbyContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(message.From, message.FromUserId), message.TypeText, message.Text.Body, context.Contact.Profile.Name);

    public ValueTask OnMessageEchoAsync(StandbyMessageEcho echo, StandbyContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Time(echo.Timestamp), echo.Message["to"u8].GetString(), echo.Template["name"u8].GetString());

    public ValueTask OnStatusAsync(StandbyStatus status, StandbyContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(status.RecipientId, status.RecipientUserId), status.KindText, Time(status.Timestamp), context.Contact.Profile.Name);

    public ValueTask OnHandoverAsync(Handover handover, MessagingHandoversContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, handover.Sender.PhoneNumber, handover.TypeText, Time(handover.Timestamp));

    public ValueTask OnControlPassedAsync(Handover handover, MessagingHandoversContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, handover.Sender.PhoneNumber, handover.ControlPassed.NewOwnerRole?.ToString(), handover.ControlPassed.ConversationContext.Summary.Text);

    public ValueTask OnStateSyncAsync(StateSync sync, SmbAppStateSyncContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(sync.Contact.PhoneNumber, sync.Contact.UserId), Time(sync.Metadata.Timestamp), sync.Contact.FullName);
}
