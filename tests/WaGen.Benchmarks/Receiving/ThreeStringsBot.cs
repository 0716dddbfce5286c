namespace WaGen.Benchmarks.Receiving;

/// <summary>Reads of a text message what most bots read: who sent it, the name of the sender, what it says.</summary>
internal sealed class ThreeStringsBot : IMessagesHandler
{
    /// <summary>Gets how many characters were read.</summary>
    public int Characters { get; private set; }

    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        Characters += (message.From?.Length ?? 0) + (context.Contact.Profile.Name?.Length ?? 0) + (message.Text.Body?.Length ?? 0);
        return ValueTask.CompletedTask;
    }
}
