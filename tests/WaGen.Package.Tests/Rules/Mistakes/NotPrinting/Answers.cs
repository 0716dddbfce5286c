using WaGen;
using WaGen.WhatsApp;

namespace NotPrinting;

public sealed class Answers : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
