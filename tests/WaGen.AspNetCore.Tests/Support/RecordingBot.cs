namespace WaGen.AspNetCore.Tests.Support;

/// <summary>Takes every event of both fields.</summary>
internal sealed class RecordingBot(Recorder recorder) : IMessagesHandler, IPartnerSolutionsHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) =>
        recorder.HandleAsync(context.Delivery, cancellationToken);

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) =>
        recorder.HandleAsync(context.Delivery, cancellationToken);

    public ValueTask OnErrorAsync(ValueError error, MessagesContext context, CancellationToken cancellationToken) =>
        recorder.HandleAsync(context.Delivery, cancellationToken);

    public ValueTask OnPartnerSolutionAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) =>
        recorder.HandleAsync(context.Delivery, cancellationToken);
}
