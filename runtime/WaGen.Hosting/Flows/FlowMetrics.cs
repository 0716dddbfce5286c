using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Hosting;

/// <summary>The instruments of the data endpoints of Flows. The only tag is the result.</summary>
internal sealed class FlowMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;

    public FlowMetrics(IServiceProvider services)
    {
        IMeterFactory? factory = services.GetService<IMeterFactory>();
        _ownsMeter = factory is null;
        _meter = factory is null ? new Meter(WaGenTelemetry.Name) : factory.Create(new MeterOptions(WaGenTelemetry.Name));
        _requests = _meter.CreateCounter<long>("wagen.flows.requests", "{request}", "Requests to the data endpoints of Flows, by result.");
        _duration = _meter.CreateHistogram<double>("wagen.flows.duration", "s", "Time from the signature check to the encrypted answer, by result.");
    }

    public void Refused(FlowResult result) => _requests.Add(1, Tag(result));

    public void Completed(FlowResult result, TimeSpan elapsed)
    {
        _requests.Add(1, Tag(result));
        _duration.Record(elapsed.TotalSeconds, Tag(result));
    }

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private static KeyValuePair<string, object?> Tag(FlowResult result) => new("result", Names.Of(result));
}
