using WaGen.Runtime;

namespace WaGen;

/// <summary>Which handlers each field of a contract has, worked out once.</summary>
internal sealed class HandlerTable
{
    private readonly WebhookHandlerRegistration[][] _byField;

    /// <summary>Sorts handlers by field.</summary>
    /// <exception cref="ArgumentException">A handler does not belong to the contract, or scoped handlers come from several factories.</exception>
    public HandlerTable(WebhookContract contract, IEnumerable<WebhookHandlerRegistration> handlers)
    {
        WebhookHandlerRegistration[] all = [.. handlers];
        foreach (WebhookHandlerRegistration handler in all)
        {
            Check(contract, handler);
            Scopes ??= handler.Scopes;
            if (handler.Scopes is not null && handler.Scopes != Scopes)
            {
                throw new ArgumentException("The scoped handlers of a processor share one scope per event, so they need the same scope factory.", nameof(handlers));
            }
        }

        _byField = new WebhookHandlerRegistration[contract.Fields.Count][];
        foreach (WebhookField field in contract.Fields)
        {
            _byField[field.Index] = Array.FindAll(all, handler => field.HandlerType.IsAssignableFrom(handler.HandlerType));
        }
    }

    /// <summary>Gets where scopes come from, null when no handler is scoped.</summary>
    public IWebhookScopeFactory? Scopes { get; }

    /// <summary>Returns the handlers of a field in the order of registration.</summary>
    public WebhookHandlerRegistration[] this[WebhookField field] => _byField[field.Index];

    private static void Check(WebhookContract contract, WebhookHandlerRegistration handler)
    {
        if (handler.Contract != contract)
        {
            throw new ArgumentException(
                $"The handler {handler.HandlerType} takes webhooks of {handler.Contract.Name}, but the processor reads those of {contract.Name}.",
                nameof(handler));
        }

        if (!contract.Fields.Any(field => field.HandlerType.IsAssignableFrom(handler.HandlerType)))
        {
            throw new ArgumentException(
                $"The handler {handler.HandlerType} implements none of the handler interfaces of {contract.Name}, so it would never be called.",
                nameof(handler));
        }
    }
}
