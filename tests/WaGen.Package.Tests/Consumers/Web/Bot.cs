using Contracts;
using WaGen.WhatsApp;

namespace Web;

public sealed class Bot : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"bot: {Greeting.For(message.Text)}, {message.Text.Body}");
        return ValueTask.CompletedTask;
    }
}
