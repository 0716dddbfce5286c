using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Client;

/// <summary>The client's instruments of the meter <c>WaGen</c>. Tags name operations, codes and classes, never an account or a person.</summary>
internal sealed class ClientMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _unknown;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _queue;

    public ClientMetrics(IServiceProvider services)
    {
        // A meter of the factory belongs to it; without one, as in a host that collects no metrics, the meter is ours.
        IMeterFactory? factory = services.GetService<IMeterFactory>();
        _ownsMeter = factory is null;
        _meter = factory is null ? new Meter(ClientTelemetry.Name) : factory.Create(new MeterOptions(ClientTelemetry.Name));
        _requests = _meter.CreateCounter<long>("wagen.client.calls", "{call}", "Calls of operations, by operation, class of the status, code and class of the error.");
        _retries = _meter.CreateCounter<long>("wagen.client.retries", "{request}", "Requests that were sent again, by operation and class of the error.");
        _unknown = _meter.CreateCounter<long>("wagen.client.outcome_unknown", "{call}", "Calls of which nobody knows whether they took effect, by operation and reason.");
        _duration = _meter.CreateHistogram<double>("wagen.client.duration", "s", "Time of a call with all its tries and pauses, by operation.");
        _queue = _meter.CreateHistogram<double>("wagen.client.queue.duration", "s", "Time that a request waited for the client's own limits, by operation.");
    }

    public void Called(ApiCall call, WhatsAppApiException? error, TimeSpan elapsed)
    {
        ApiOperation operation = call.Operation;
        _requests.Add(
            1,
            new("operation", operation.Name),
            new("group", operation.Group),
            new("status_class", ClientTelemetry.StatusClass(call)),
            new("error_code", error?.Code),
            new("error_class", error is null ? null : ClientTelemetry.Of(error.ErrorClass)));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("operation", operation.Name));
        if (error is WhatsAppOutcomeUnknownException unknown)
        {
            _unknown.Add(1, new("operation", operation.Name), new("reason", unknown.Reason switch
            {
                OutcomeUnknownReason.TimedOut => "timed_out",
                OutcomeUnknownReason.ServerError => "server_error",
                OutcomeUnknownReason.UnreadableAnswer => "unreadable_answer",
                _ => "connection_broke",
            }));
        }
    }

    public void Retried(WhatsAppApiException error) =>
        _retries.Add(1, new("operation", error.Operation), new("error_class", ClientTelemetry.Of(error.ErrorClass)));

    public void Queued(ApiOperation operation, TimeSpan elapsed) => _queue.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("operation", operation.Name));

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }
}
