using WaGen;
using WaGen.WhatsApp;

// Runs every body of a directory through the processor and prints what the handlers got, one line an event.
var handler = new Printer();
var verifier = new SignatureVerifier([new("default", "secret")]);
var processor = new WebhookProcessor(WhatsAppContract.Instance, [WebhookHandlerRegistration.Singleton(handler)], verifier, unhandled: handler);
foreach (string file in Directory.EnumerateFiles(args[0], "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    byte[] body = await File.ReadAllBytesAsync(file);
    WebhookOutcome outcome = await processor.ProcessAsync(body, SignatureVerifier.Sign("secret"u8, body));
    Console.WriteLine($"{Path.GetRelativePath(args[0], file)}: {outcome.Result} {outcome.Events}/{outcome.Unhandled}/{outcome.Failed}");
}

internal sealed class Printer : IMessagesHandler, IPartnerSolutionsHandler, IUnhandledHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) =>
        Print($"text {message.Id} {message.Timestamp:u} {context.Contact.Profile.Name}: {message.Text.Body}");

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => Print($"message {message.Id} {message.Type}");

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Print($"status {status.Id}");

    public ValueTask OnPartnerSolutionAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) =>
        Print($"solution {solution.SolutionId} {solution.SolutionStatus}");

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken) =>
        Print($"unhandled {unhandled.Reason} {unhandled.Field} {unhandled.Utf8.Length} bytes");

    private static ValueTask Print(string line)
    {
        Console.WriteLine(line);
        return ValueTask.CompletedTask;
    }
}
