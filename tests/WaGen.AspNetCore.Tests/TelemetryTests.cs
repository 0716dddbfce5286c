using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>The meter and the activity source named WaGen.</summary>
public class TelemetryTests
{
    [Fact]
    public async Task Everything_is_counted_by_reason_field_and_event()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost);
        using var measurements = new Measurements(app);

        await app.PostAsync(Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("b"), "7", """{"id":"c","type":"text","text":{"body":"x","mood":"happy"}}"""));
        await app.PostAsync(Bodies.Status("d", "read"));
        await app.PostAsync(Bodies.Change("field_of_tomorrow", "{}"));
        await app.PostAsync(Bodies.Text, secret: "another_secret");
        await app.PostAsync("not json");
        using HttpRequestMessage unsigned = Requests.Unsigned([]);
        await app.SendAsync(unsigned);
        using HttpRequestMessage handshake = Requests.Handshake("hub.mode=subscribe");
        await app.SendAsync(handshake);
        app.Recorder.During = static _ => throw new InvalidOperationException("The handler is broken.");
        await app.PostAsync(Bodies.PartnerSolution);

        Assert.Equal(6, measurements["wagen.webhooks.received"]);
        Assert.Equal(1, measurements["wagen.webhooks.rejected reason=signature"]);
        Assert.Equal(1, measurements["wagen.webhooks.rejected reason=signature_header"]);
        Assert.Equal(1, measurements["wagen.webhooks.rejected reason=not_json"]);
        Assert.Equal(1, measurements["wagen.webhooks.rejected reason=handshake"]);
        Assert.Equal(3, measurements["wagen.events.handled field=messages event=Text"]);
        Assert.Equal(1, measurements["wagen.events.handled field=messages event=Read"]);
        Assert.Equal(1, measurements["wagen.events.unhandled reason=malformed_item field=messages event="]);
        Assert.Equal(1, measurements["wagen.events.unhandled reason=unknown_field field=field_of_tomorrow event="]);
        Assert.Equal(1, measurements["wagen.events.unhandled reason=not_json field= event="]);
        Assert.Equal(1, measurements["wagen.events.failed field=partner_solutions event=SolutionCreated"]);
        Assert.Equal(1, measurements["wagen.drift kind=unknown_member field=messages"]);
        Assert.Equal(6, measurements.Durations["wagen.webhooks.duration"]);
        Assert.Equal(3, measurements.Durations["wagen.events.duration field=messages event=Text"]);
    }

    [Fact]
    public async Task Names_that_senders_choose_cannot_grow_the_set_of_tags_without_end()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost);
        using var measurements = new Measurements(app);

        for (int i = 0; i < 300; i++)
        {
            await app.PostAsync(Bodies.Change($"field_{i}", "{}"));
        }

        await app.PostAsync(Bodies.Change(Bodies.PhoneNumber, "{}"));

        Assert.InRange(measurements.Keys.Count(static key => key.StartsWith("wagen.events.unhandled", StringComparison.Ordinal)), 100, 201);
        Assert.DoesNotContain(measurements.Keys, static key => key.Contains(Bodies.PhoneNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_body_is_an_activity_around_its_handlers()
    {
        List<Activity> stopped = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WaGenTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests run at the same time and are heard here, too.
                if (activity.GetTagItem("wagen.endpoint") is "activity-test")
                {
                    stopped.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.TestHost,
            static builder => builder.Services
                .AddWhatsAppWebhooks("activity-test", static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))
                .AddHandler<RecordingBot>(),
            static application => application.MapWhatsAppWebhooks(WebhookApp.Path, "activity-test"));
        Activity? seen = null;
        app.Recorder.During = _ =>
        {
            seen = Activity.Current;
            throw new InvalidOperationException("The handler is broken.");
        };

        await app.PostAsync(Bodies.Text);

        Activity activity = Assert.Single(stopped);
        Assert.Same(activity, seen);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal(1, activity.GetTagItem("wagen.failed"));
        Assert.Equal("handler_failed", activity.GetTagItem("wagen.result"));
    }

    /// <summary>Sums of counters and numbers of durations, by instrument and tags, of one application.</summary>
    private sealed class Measurements : IDisposable
    {
        private readonly Dictionary<string, long> _sums = [];
        private readonly MeterListener _listener = new();

        public Measurements(WebhookApp app)
        {
            IMeterFactory meters = app.Application.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == WaGenTelemetry.Name && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(_sums, instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(Durations, instrument, value >= 0 ? 1 : 0, tags));
            _listener.Start();
        }

        public Dictionary<string, long> Durations { get; } = [];

        public IReadOnlyCollection<string> Keys => _sums.Keys;

        public long this[string key] => _sums.GetValueOrDefault(key);

        public void Dispose() => _listener.Dispose();

        private static void Add(Dictionary<string, long> sums, Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string key = instrument.Name;
            foreach ((string name, object? tag) in tags)
            {
                key += $" {name}={tag}";
            }

            lock (sums)
            {
                sums[key] = sums.GetValueOrDefault(key) + value;
            }
        }
    }
}
