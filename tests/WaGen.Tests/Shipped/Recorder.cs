using System.Globalization;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Writes down what reaches handlers of the shipped schemas, and what reaches the unhandled hook.</summary>
internal sealed partial class Recorder : IMessagesHandler, IPartnerSolutionsHandler, IUnhandledHandler
{
    private const string Secret = "recorder-secret";

    private readonly List<string> _lines = [];

    /// <summary>What arrived, in order: one line for each event or unhandled part.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public WebhookOutcome Outcome { get; private set; }

    /// <summary>Sends a signed body through a processor; all handlers here complete at once.</summary>
    public static Recorder Receive(ReadOnlyMemory<byte> body)
    {
        var recorder = new Recorder();
        WebhookProcessor processor = Processor(recorder, recorder);
        ValueTask<WebhookOutcome> task = processor.ProcessAsync(body, Sign(body.Span));
        recorder.Outcome = task.IsCompletedSuccessfully ? task.Result : throw new InvalidOperationException("The body was not processed at once.");
        return recorder;
    }

    public static WebhookProcessor Processor<T>(T handler, IUnhandledHandler? hook = null)
        where T : class, IWebhookHandler =>
        new(WhatsAppContract.Instance, [WebhookHandlerRegistration.Singleton(handler)], new SignatureVerifier([new("app", Secret)]), unhandled: hook);

    public static WebhookSignature Sign(ReadOnlySpan<byte> body) => SignatureVerifier.Sign("recorder-secret"u8, body);

    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(message.From, message.FromUserId), message.Text.Body, Time(message.Timestamp), context.Contact.Profile.Name);

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(message.From, message.FromUserId), Time(message.Timestamp), context.Contact.Profile.Name);

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, Who(status.RecipientId, status.RecipientUserId), Time(status.Timestamp), context.Contact.Profile.Name);

    public ValueTask OnErrorAsync(ValueError error, MessagesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, error.Code?.ToString(CultureInfo.InvariantCulture), error.Title);

    public ValueTask OnUserActionAsync(UserAction action, MessagesContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, action.Click.ClickId, Time(action.Timestamp));

    public ValueTask OnPartnerSolutionAsync(PartnerSolution partnerSolution, PartnerSolutionsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, partnerSolution.SolutionStatus?.ToString(), Time(context.Entry.Time));

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        _lines.Add($"! {unhandled.Reason} {unhandled.Field} {unhandled.Event} {unhandled.Path}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd());
        return ValueTask.CompletedTask;
    }

    private ValueTask Add(WebhookDelivery delivery, params string?[] facts)
    {
        _lines.Add($"{delivery.Field} {delivery.Event} {delivery.Identity ?? "-"} | {string.Join(" | ", facts.Select(static f => f?.ReplaceLineEndings(" ") ?? "-"))}");
        return ValueTask.CompletedTask;
    }

    private static string Who(string? phone, string? userId) => $"{phone ?? "-"}, {userId ?? "-"}";

    private static string? Time(DateTimeOffset? time) => time?.ToString("s", CultureInfo.InvariantCulture);
}
