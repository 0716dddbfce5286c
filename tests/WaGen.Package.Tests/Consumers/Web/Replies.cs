using WaGen;
using WaGen.WhatsApp;

namespace Web;

public sealed class Replies : IMessagesHandler
{
    public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        await context.MarkAsReadAsync(typing: true, cancellationToken: cancellationToken);
        await context.ReplyTextAsync($"You said: {message.Text.Body}", quote: true, cancellationToken: cancellationToken);
    }

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"status: {status.KindText}");
        return ValueTask.CompletedTask;
    }
}
