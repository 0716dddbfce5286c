namespace ByHand;

internal static class Program
{
    private static async Task Main()
    {
        byte[] body = await File.ReadAllBytesAsync("body.json");
        var verifier = new SignatureVerifier([new("default", "made up for this program")]);
        var second = new SecondBot();
        var processor = new WebhookProcessor(
            WhatsAppContract.Instance,
            [WebhookHandlerRegistration.Singleton(new FirstBot()), WebhookHandlerRegistration.Singleton(second)],
            verifier);
        WebhookOutcome outcome = await processor.ProcessAsync(body, SignatureVerifier.Sign("made up for this program"u8, body));
        Console.WriteLine(outcome.Result);
    }
}

internal sealed class FirstBot : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

internal sealed class SecondBot : IMessagesHandler
{
    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
