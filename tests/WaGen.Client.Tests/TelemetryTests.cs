using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace WaGen.Client.Tests;

/// <summary>What logs, traces and metrics tell, and what they never tell.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Nothing_private_gets_into_logs_and_traces()
    {
        using var traces = new Traces();
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Error(100), Reply.Killed, Reply.Ok);
        await using var setup = new Setup(server, static options => options.AppSecret = "s3cret");

        Task<Receipt> send = setup.SendAsync(Order.For(Setup.Phone, "Private words"));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        Exception failed = await Assert.ThrowsAsync<WhatsAppApiException>(() => send);
        Exception unknown = await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());
        await setup.SendAsync();

        string all = string.Join('\n', setup.Log.All, failed, unknown, traces.Text);
        foreach (string secret in (string[])[Setup.Token, "s3cret", Setup.Phone, Setup.Depot, "Private words", "appsecret_proof", "Secret"])
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_tells_each_outcome_once()
    {
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Ok, Reply.Error(100), Reply.Killed);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await send;
        await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.SendAsync());
        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());

        (LogLevel Level, string Text)[] lines = [.. setup.Log.Lines.Select(static line => (line.Level, line.Text.Split('|')[0].Trim()))];
        Assert.Equal([LogLevel.Information, LogLevel.Debug, LogLevel.Warning, LogLevel.Error], lines.Select(static line => line.Level));
        Assert.Equal("WaGen.WhatsAppClient: SendParcel is tried again in 1 s: HTTP 400, error 131056 (RetryLater), failures: 1", lines[0].Text);
        Assert.Equal("WaGen.WhatsAppClient: SendParcel succeeded in 1000 ms, tries: 2", lines[1].Text);
        Assert.Equal("WaGen.WhatsAppClient: SendParcel failed: HTTP 400, error 100/(null) (FixRequest), tries: 1", lines[2].Text);
        Assert.StartsWith("WaGen.WhatsAppClient: SendParcel was sent, but nobody knows whether it took effect (ConnectionBroke)", lines[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_an_activity_with_its_outcome()
    {
        using var traces = new Traces();
        await using var server = new LoopbackServer(Reply.Ok, Reply.Error(100));
        await using var setup = new Setup(server);
        using Activity root = new Activity("root").Start();

        await setup.SendAsync();
        await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.SendAsync());

        Activity[] activities = traces.Under(root);
        Assert.Equal(["SendParcel", "SendParcel"], activities.Select(static activity => activity.OperationName));
        Assert.Equal(("sending", "2xx", null), (activities[0].GetTagItem("wagen.group"), activities[0].GetTagItem("wagen.status_class"), activities[0].GetTagItem("wagen.error.code")));
        Assert.Equal(("4xx", 100, "fix_request"), (activities[1].GetTagItem("wagen.status_class"), activities[1].GetTagItem("wagen.error.code"), activities[1].GetTagItem("wagen.error.class")));
        Assert.Equal(ActivityStatusCode.Error, activities[1].Status);
    }

    [Fact]
    public async Task Metrics_count_calls_tries_and_unknown_outcomes()
    {
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Ok, Reply.Killed);
        await using var setup = new Setup(server);
        using var measured = new Measured(setup.Meters);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await send;
        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());

        Assert.Equal(
            [
                "wagen.client.queue.duration",
                "wagen.client.retries 1 operation=SendParcel error_class=retry_later",
                "wagen.client.queue.duration",
                "wagen.client.calls 1 operation=SendParcel group=sending status_class=2xx error_code= error_class=",
                "wagen.client.duration",
                "wagen.client.queue.duration",
                "wagen.client.calls 1 operation=SendParcel group=sending status_class=none error_code= error_class=unknown",
                "wagen.client.duration",
                "wagen.client.outcome_unknown 1 operation=SendParcel reason=connection_broke",
            ],
            measured.All);
    }

    [Fact]
    public async Task An_answer_in_part_and_a_wait_for_a_quota_are_told_as_such()
    {
        using var traces = new Traces();
        await using var server = new LoopbackServer(Reply.Json(400, """{"blocked":{},"error":{"code":139100}}"""), Reply.Ok);
        await using var setup = new Setup(server, static options => options.MaxQueueTime = TimeSpan.FromHours(2));
        using Activity root = new Activity("root").Start();
        ApiArguments depot = new() { { "depot-id", Setup.Depot } };
        using var measured = new Measured(setup.Meters);

        await setup.Client.SendAsync(Depots.Block, depot, Order.For("1"), CancellationToken.None);
        for (int i = 0; i < 4; i++)
        {
            await setup.Client.SendAsync(Depots.Tidy, depot, null, CancellationToken.None);
        }

        Task<Receipt> waits = setup.Client.SendAsync(Depots.Tidy, depot, null, CancellationToken.None);
        await setup.Time.PassAsync(TimeSpan.FromHours(1));
        await waits;

        Assert.Equal("partial", traces.Under(root)[0].GetTagItem("wagen.status_class"));
        Assert.Equal(ActivityStatusCode.Unset, traces.Under(root)[0].Status);
        Assert.Equal("wagen.client.calls 1 operation=BlockSenders group=depots status_class=partial error_code= error_class=", measured.All[0]);
        Assert.Equal(5, measured.All.Count(static line => line == "wagen.client.queue.duration"));
    }

    private sealed class Measured : IDisposable
    {
        private readonly ConcurrentQueue<string> _all = new();
        private readonly MeterListener _listener = new();

        public Measured(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "WaGen" && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _all.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}"));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _all.Enqueue(instrument.Name));
            _listener.Start();
        }

        public IReadOnlyList<string> All => [.. _all];

        public void Dispose() => _listener.Dispose();
    }

    private sealed class Traces : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _stopped = new();
        private readonly ActivityListener _listener;

        public Traces()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "WaGen",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = _stopped.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public string Text => string.Join('\n', _stopped.SelectMany(static activity => activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}").Append(activity.DisplayName)));

        public Activity[] Under(Activity root) => [.. _stopped.Where(activity => activity.TraceId == root.TraceId)];

        public void Dispose() => _listener.Dispose();
    }
}
