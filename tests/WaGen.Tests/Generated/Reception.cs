using WaGen.Tests.Generated.Schemas;
using WaGen.WhatsApp;

namespace WaGen.Tests.Generated;

/// <summary>Sends bodies to handlers of all fields.</summary>
internal sealed class Reception
{
    private readonly WebhookProcessor _processor;

    public Reception() => _processor = new WebhookProcessor(
        WhatsAppContract.Instance, [.. Calls.Handlers(WhatsAppContract.Instance).Select(static h => Register(h.Type, h.Handler))], new SignatureVerifier([new("app", "reception-secret")]), unhandled: Calls);

    /// <summary>What the last body led to.</summary>
    public RecordedCalls Calls { get; } = new();

    public WebhookOutcome Receive(byte[] body)
    {
        Calls.Clear();
        ValueTask<WebhookOutcome> task = _processor.ProcessAsync(body, SignatureVerifier.Sign("reception-secret"u8, body));
        return task.IsCompletedSuccessfully ? task.Result : throw new InvalidOperationException("The body was not processed at once.");
    }

    private static WebhookHandlerRegistration Register(Type type, object handler) => (WebhookHandlerRegistration)typeof(WebhookHandlerRegistration)
        .GetMethod(nameof(WebhookHandlerRegistration.Singleton))!
        .MakeGenericMethod(type)
        .Invoke(null, [handler])!;
}
