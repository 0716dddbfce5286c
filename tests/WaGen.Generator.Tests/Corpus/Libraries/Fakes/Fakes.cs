namespace Bots.Testing;

/// What other projects use in their tests: nothing is registered here.
public sealed class RecordingHandler : IMessagesHandler, IUnhandledHandler
{
    private readonly List<Message> _messages = [];

    public IReadOnlyList<Message> Messages => _messages;

    public UnhandledReason? Reason { get; private set; }

    public Exception? Exception { get; set; }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        if (Exception is not null)
        {
            throw Exception;
        }

        _messages.Add(message.Detach());
        return ValueTask.CompletedTask;
    }

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        Reason = unhandled.Reason;
        return ValueTask.CompletedTask;
    }
}

public sealed class DelegateHandler(Func<TextMessage, MessagesContext, CancellationToken, ValueTask> onText) : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => onText(message, context, cancellationToken);

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
}

public static class Samples
{
    public static TextMessage Text { get; } = TextMessage.Parse("""{"object":"whatsapp_business_account","entry":[]}"""u8);

    public static Dictionary<string, TextMessage> ByName { get; } = new() { ["text"] = TextMessage.Parse("{}"u8) };
}
