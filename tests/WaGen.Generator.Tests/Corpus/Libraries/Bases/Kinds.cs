namespace Bots;

public readonly struct StructBot : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

public sealed record RecordBot(string Name) : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

public sealed class ExplicitBot : IMessagesHandler, IPartnerSolutionsHandler
{
    ValueTask IMessagesHandler.OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask IMessagesHandler.OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask IPartnerSolutionsHandler.OnPartnerSolutionAsync(PartnerSolution partnerSolution, PartnerSolutionsContext context, CancellationToken cancellationToken) => context.Unhandled();
}

/// Interfaces of one's own between the printed ones and the classes.
public interface IAuditedHandler : IMessagesHandler
{
    string Name { get; }
}

public interface IQuietHandler : IMessagesHandler
{
    ValueTask IMessagesHandler.OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

public sealed class AuditedBot : IAuditedHandler
{
    public string Name => "audited";

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

public sealed class QuietBot : IQuietHandler;

public class GenericHandler<T> : IMessagesHandler
    where T : IMessagesHandler, new()
{
    private readonly T _inner = new();

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => _inner.OnMessageAsync(message, context, cancellationToken);
}

public sealed class Leftovers : IUnhandledHandler
{
    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
