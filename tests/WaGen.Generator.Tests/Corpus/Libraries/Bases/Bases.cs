namespace Bots;

/// Nothing is handled here; that is for derived classes.
public abstract class HandlerBase : IMessagesHandler
{
    protected abstract ValueTask ReplyAsync(string? id, CancellationToken cancellationToken);
}

public abstract class VirtualBase : IMessagesHandler
{
    public virtual ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => OnMessageAsync(message.AsMessage(), context, cancellationToken);

    public virtual ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public abstract ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken);
}

public class Overriding : VirtualBase
{
    public override ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => base.OnTextAsync(message, context, cancellationToken);

    public override ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

public sealed class Inheriting : VirtualBase
{
    public override ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

public sealed class Reimplementing : HandlerBase, IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => ReplyAsync(message.Id, cancellationToken);

    protected override ValueTask ReplyAsync(string? id, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

/// The base class implements the method without knowing the interface.
public class Unaware
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

public sealed class Adopting : Unaware, IMessagesHandler;

public abstract class GenericBase<TStore>(TStore store) : IMessagesHandler
    where TStore : class
{
    protected TStore Store { get; } = store;

    public async ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => await HandleAsync(message, cancellationToken);

    protected abstract Task HandleAsync(Message message, CancellationToken cancellationToken);
}

public sealed class StoringBot(List<string> store) : GenericBase<List<string>>(store)
{
    protected override Task HandleAsync(Message message, CancellationToken cancellationToken)
    {
        Store.Add(message.Id ?? "");
        return Task.CompletedTask;
    }
}
