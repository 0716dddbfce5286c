namespace Shop;

internal abstract class BotBase : IMessagesHandler
{
    public virtual ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

internal class TextBot : BotBase
{
    public ValueTask ReplyAsync(string text) => new(Task.FromResult(text));
}

internal sealed class OtherBot : BotBase;

internal sealed class AliasedBot : BotBase
{
    public override ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

internal sealed class QualifiedBot : TextBot;

internal sealed class GenericBot<T> : BotBase
{
    public T? Value { get; set; }
}

internal static class Outer
{
    internal sealed class NestedBot : BotBase;
}
