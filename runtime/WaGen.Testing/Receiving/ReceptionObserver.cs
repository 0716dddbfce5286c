namespace WaGen.Testing;

/// <summary>Writes down what a processor does with a body.</summary>
/// <remarks>Bodies that are received at the same time are told apart by the flow of execution that each of them runs in.</remarks>
internal sealed class ReceptionObserver : WebhookObserver
{
    private readonly AsyncLocal<ReceptionNotes?> _notes = new();

    public ReceptionNotes? Notes
    {
        get => _notes.Value;
        set => _notes.Value = value;
    }

    public override void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed) =>
        Notes?.Add(new HandledEvent(delivery.Field, delivery.Event, delivery.Identity));

    public override void OnUnhandled(in UnhandledEvent unhandled, bool hookPresent) =>
        Notes?.Add(new LeftEvent(unhandled.Reason, unhandled.Field, unhandled.Event, unhandled.Path));

    public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception) =>
        Notes?.Add(new HandlerFailure(handler, delivery.Event, exception));

    public override void OnUnhandledFailed(in UnhandledEvent unhandled, Exception exception) =>
        Notes?.Add(new HandlerFailure(Handler: null, unhandled.Event, exception));

    public override void OnDrift(in WebhookDrift drift) => Notes?.Add($"{drift.Path}: {drift.Kind}");
}
