using System.Reflection;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>What reached handler methods and the unhandled hook, in order.</summary>
/// <remarks>Its handlers implement every method of a printed interface, so a call says which one the printed code chose.</remarks>
internal sealed class RecordedCalls : IUnhandledHandler
{
    private readonly Lock _lock = new();
    private readonly List<RecordedCall> _handled = [];
    private readonly List<RecordedCall> _unhandled = [];

    /// <summary>The calls of handler methods.</summary>
    public IReadOnlyList<RecordedCall> Handled => _handled;

    /// <summary>The calls of the hook.</summary>
    public IReadOnlyList<RecordedCall> Unhandled => _unhandled;

    public void Clear()
    {
        _handled.Clear();
        _unhandled.Clear();
    }

    /// <summary>Makes a handler for each field of a contract.</summary>
    public IEnumerable<WebhookHandlerRegistration> Handlers(WebhookContract contract) => contract.Fields.Select(field => Handler(field.HandlerType));

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _unhandled.Add(new RecordedCall(unhandled.Path, unhandled.Field, Event: null, Method: null, unhandled.Reason));
        }

        return ValueTask.CompletedTask;
    }

    private WebhookHandlerRegistration Handler(Type type)
    {
        object proxy = DispatchProxy.Create(type, typeof(HandlerProxy));
        ((HandlerProxy)proxy).Called = Add;
        return (WebhookHandlerRegistration)typeof(WebhookHandlerRegistration)
            .GetMethod(nameof(WebhookHandlerRegistration.Singleton))!
            .MakeGenericMethod(type)
            .Invoke(null, [proxy])!;
    }

    private void Add(MethodInfo method, object context)
    {
        var delivery = (WebhookDelivery)context.GetType().GetProperty("Delivery")!.GetValue(context)!;
        lock (_lock)
        {
            _handled.Add(new RecordedCall(delivery.Path, delivery.Field, delivery.Event, method.Name, UnhandledReason.None));
        }
    }
}
