using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Hosting;

/// <summary>The instruments of the meter <c>WaGen</c>. Tags are reasons, field names and event names, never anything about a person.</summary>
internal sealed class WebhookMetrics : IDisposable
{
    private const int MostTagValues = 200;

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly BoundedSet<string> _tagValues = new(MostTagValues);
    private readonly Counter<long> _received;
    private readonly Counter<long> _rejected;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _unhandled;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _duplicate;
    private readonly Counter<long> _deferred;
    private readonly Counter<long> _storeFailed;
    private readonly Counter<long> _drift;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _eventDuration;
    private readonly ConcurrentQueue<InMemoryDeduplicationStore> _stores = new();

    public WebhookMetrics(IServiceProvider services)
    {
        // A meter of the factory belongs to it; without one, as in a host that collects no metrics, the meter is ours.
        IMeterFactory? factory = services.GetService<IMeterFactory>();
        _ownsMeter = factory is null;
        _meter = factory is null ? new Meter(WaGenTelemetry.Name) : factory.Create(new MeterOptions(WaGenTelemetry.Name));

        _received = _meter.CreateCounter<long>("wagen.webhooks.received", "{body}", "Bodies that came in for processing.");
        _rejected = _meter.CreateCounter<long>("wagen.webhooks.rejected", "{request}", "Requests that were refused, by reason.");
        _handled = _meter.CreateCounter<long>("wagen.events.handled", "{event}", "Events that a handler took, by field and event.");
        _unhandled = _meter.CreateCounter<long>("wagen.events.unhandled", "{event}", "Events and parts of bodies that no handler took, by reason, field and event.");
        _failed = _meter.CreateCounter<long>("wagen.events.failed", "{call}", "Calls of handlers that failed, by field and event.");
        _duplicate = _meter.CreateCounter<long>("wagen.events.duplicate", "{event}", "Events and parts of bodies that were delivered and dealt with before, by field and event.");
        _deferred = _meter.CreateCounter<long>("wagen.events.deferred", "{event}", "Events and parts of bodies that wait for another delivery of them, or for the deduplication store.");
        _storeFailed = _meter.CreateCounter<long>("wagen.deduplication.failed", "{call}", "Calls of the deduplication store that failed, by operation.");
        _meter.CreateObservableCounter("wagen.deduplication.evicted", () => _stores.Sum(static store => store.Evicted), "{key}", "Keys that were forgotten early because the store in memory was full.");
        _meter.CreateObservableUpDownCounter("wagen.deduplication.keys", () => _stores.Sum(static store => store.Count), "{key}", "Keys that the store in memory remembers.");
        _drift = _meter.CreateCounter<long>("wagen.drift", "{member}", "Members that differ from their schema, by kind and field.");
        _duration = _meter.CreateHistogram<double>("wagen.webhooks.duration", "s", "Time from the signature check to the last handler of a body.");
        _eventDuration = _meter.CreateHistogram<double>("wagen.events.duration", "s", "Time that the handlers of one event took together, by field and event.");
    }

    /// <summary>Whether anybody listens to what is told about handled events.</summary>
    public bool ObservesHandled => _handled.Enabled || _eventDuration.Enabled;

    public void Received() => _received.Add(1);

    public void Rejected(WebhookRejection reason) => _rejected.Add(1, new KeyValuePair<string, object?>("reason", Names.Of(reason)));

    public void Handled(string field, string @event, TimeSpan elapsed)
    {
        _handled.Add(1, new("field", field), new("event", @event));
        _eventDuration.Record(elapsed.TotalSeconds, new("field", field), new("event", @event));
    }

    public void Unhandled(UnhandledReason reason, string? field, string? @event) =>
        _unhandled.Add(1, new("reason", Names.Of(reason)), new("field", Tag(reason, field)), new("event", @event));

    public void Failed(UnhandledReason reason, string? field, string? @event) => _failed.Add(1, new("field", Tag(reason, field)), new("event", @event));

    public void Drift(DriftKind kind, string? field) => _drift.Add(1, new("kind", Names.Of(kind)), new("field", field));

    /// <summary>Counts differences that are too many to be told one by one.</summary>
    public void DriftDropped(int count) => _drift.Add(count, new KeyValuePair<string, object?>("kind", "further"));

    public void Duplicate(UnhandledReason reason, string? field, string? @event) => _duplicate.Add(1, new("field", Tag(reason, field)), new("event", @event));

    public void DeduplicationFailed(DeduplicationOperation operation) => _storeFailed.Add(1, new KeyValuePair<string, object?>("operation", Names.Of(operation)));

    /// <summary>Counts the keys of a store together with those of the others.</summary>
    public void Observe(InMemoryDeduplicationStore store) => _stores.Enqueue(store);

    public void Completed(TimeSpan elapsed, int deferred)
    {
        _duration.Record(elapsed.TotalSeconds);
        if (deferred > 0)
        {
            _deferred.Add(deferred);
        }
    }

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    /// <summary>
    /// A field as a tag value. One that the contract knows is told as it is; names from the wire are bounded: after a number of different ones all others
    /// are called <c>other</c>.
    /// </summary>
    private string? Tag(UnhandledReason reason, string? name)
    {
        bool isKnown = reason is not (UnhandledReason.UnknownField or UnhandledReason.MalformedEnvelope);
        if (isKnown || name is null || _tagValues.Contains(name))
        {
            return name;
        }

        string safe = LogText.Name(name);
        return _tagValues.TryAdd(safe) || _tagValues.Contains(safe) ? safe : "other";
    }
}
