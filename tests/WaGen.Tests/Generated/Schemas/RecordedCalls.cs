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

    /// <summary>Is shown each event while its handler runs, with the way to it.</summary>
    public Action<string, object>? Shown { get; set; }

    public void Clear()
    {
        _handled.Clear();
        _unhandled.Clear();
    }

    /// <summary>Makes a handler for the interface of each field of a contract.</summary>
    /// <remarks>Register it as that interface: the printed interfaces know the contract, a class made at run time does not.</remarks>
    public IEnumerable<(Type Type, object Handler)> Handlers(WebhookContract contract) => contract.Fields.Select(field =>
    {
        object handler = DispatchProxy.Create(field.HandlerType, typeof(HandlerProxy));
        ((HandlerProxy)handler).Called = Add;
        return (field.HandlerType, handler);
    });

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _unhandled.Add(new RecordedCall(unhandled.Path, unhandled.Field, Event: null, Method: null, unhandled.Reason));
        }

        return ValueTask.CompletedTask;
    }

    private void Add(MethodInfo method, object view, object context)
    {
        var delivery = (WebhookDelivery)context.GetType().GetProperty("Delivery")!.GetValue(context)!;
        Shown?.Invoke(delivery.Path, view);
        lock (_lock)
        {
            _handled.Add(new RecordedCall(delivery.Path, delivery.Field, delivery.Event, method.Name, UnhandledReason.None));
        }
    }
}
