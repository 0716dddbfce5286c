using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>What the sender is answered when it delivers an event again.</summary>
public class DeduplicationTests
{
    [Fact]
    public async Task A_body_that_comes_many_times_at_once_runs_each_handler_once()
    {
        const int Posts = 200;
        const int Connections = 16;
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        app.Recorder.During = static async _ => await Task.Delay(20, CancellationToken.None);
        string body = Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("b"), "7");
        var answers = new ConcurrentBag<int>();

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            await Task.Yield();
            for (int i = connection; i < Posts; i += Connections)
            {
                answers.Add(await app.PostAsync(body));
            }
        }));

        Assert.Equal(200, await app.PostAsync(body));
        Assert.Equal(Posts, answers.Count);
        Assert.All(answers, static answer => Assert.True(answer is 200 or 503));
        Assert.Contains(503, answers);
        Assert.Equal(["messages Text a", "messages Text b"], app.Recorder.Handled);
        Assert.Single(app.Recorder.Unhandled);
    }

    [Theory]
    [InlineData(ServerKind.Kestrel)]
    [InlineData(ServerKind.TestHost)]
    public async Task After_a_failure_only_the_failed_handler_of_the_failed_event_runs_again(ServerKind server)
    {
        await using WebhookApp app = await StartAsync(server, static webhooks => webhooks.AddHandler<RecordingBot>().AddHandler<FlakyBot>());
        string body = Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("flaky"));

        Assert.Equal(500, await app.PostAsync(body));
        Assert.Equal(200, await app.PostAsync(body));
        Assert.Equal(200, await app.PostAsync(body));

        Assert.Equal(["messages Text a", "messages Text flaky"], app.Recorder.Handled);
        Assert.Equal(["a", "flaky", "flaky"], app.Application.Services.GetRequiredService<FlakyBot>().Ids);
    }

    [Fact]
    public async Task A_handler_that_is_given_up_ends_at_the_hook_and_the_sender_is_let_go()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost, static options => options.MaxAttempts = 2);
        app.Recorder.During = static _ => throw new InvalidOperationException("The handler is broken.");

        Assert.Equal(500, await app.PostAsync(Bodies.Text));
        Assert.Equal(200, await app.PostAsync(Bodies.Text));
        Assert.Equal(200, await app.PostAsync(Bodies.Text));

        Assert.Equal(2, app.Recorder.Handled.Count);
        Assert.Equal(UnhandledReason.HandlerFailed, Assert.Single(app.Recorder.Unhandled).Reason);
        app.Logs.AssertContains(LogLevel.Warning, "Nobody handled a part of a body: HandlerFailed, field messages, event Text");
    }

    [Fact]
    public async Task Switched_off_everything_runs_each_time()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost, static options => options.Deduplication.Enabled = false);

        await app.PostAsync(Bodies.Text);
        await app.PostAsync(Bodies.Text);

        Assert.Equal(2, app.Recorder.Handled.Count);
        app.Logs.AssertContains(LogLevel.Information, "deduplication: off");
    }

    [Fact]
    public async Task Duplicates_are_counted_and_logged_at_debug_without_an_id()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost);
        using var counts = new Counts(app);
        string body = Bodies.Messages(Bodies.TextItem(Bodies.MessageId), "7");

        await app.PostAsync(body);
        await app.PostAsync(body);

        Assert.Equal(1, counts.Read("wagen.events.duplicate field=messages event=Text"));
        Assert.Equal(1, counts.Read("wagen.events.duplicate field=messages event="));
        Assert.Equal(2, counts.Read("wagen.deduplication.keys"));
        Assert.Equal(0, counts.Read("wagen.deduplication.evicted"));
        LogEntry[] lines = [.. app.Logs.OfWaGen.Where(static entry => entry.EventId is 25 or 26)];
        Assert.Equal(2, lines.Length);
        Assert.All(lines, static line => Assert.Equal(LogLevel.Debug, line.Level));
        Assert.Matches("^Skipped messages/Text [0-9a-f]{8}, which was delivered and dealt with before$", lines[0].Text);
        app.Logs.AssertContains(LogLevel.Debug, "duplicates: 2, deferred: 0");
        app.Logs.AssertContains(LogLevel.Information, "deduplication: in memory");
    }

    [Fact]
    public async Task A_store_that_is_too_small_is_counted_and_told_once()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost, static options => options.Deduplication.Capacity = 2);
        using var counts = new Counts(app);

        for (int i = 0; i < 5; i++)
        {
            await app.PostAsync(Bodies.Messages(Bodies.TextItem($"{i}")));
        }

        Assert.Equal(3, counts.Read("wagen.deduplication.evicted"));
        Assert.Equal(2, counts.Read("wagen.deduplication.keys"));
        LogEntry line = Assert.Single(app.Logs.OfWaGen, static entry => entry.EventId == 41);
        Assert.Equal(LogLevel.Warning, line.Level);
    }

    [Fact]
    public async Task A_store_of_the_application_takes_the_place_of_the_one_in_memory()
    {
        await using WebhookApp app = await StartAsync(ServerKind.TestHost, static webhooks => webhooks.AddHandler<RecordingBot>().AddDeduplicationStore<OwnStore>());
        using var counts = new Counts(app);
        var store = app.Application.Services.GetRequiredService<OwnStore>();

        Assert.Equal(200, await app.PostAsync(Bodies.Text));
        Assert.Equal(200, await app.PostAsync(Bodies.Text));
        store.IsBroken = true;
        Assert.Equal(503, await app.PostAsync(Bodies.Messages(Bodies.TextItem("new"))));

        Assert.Equal(["messages Text " + Bodies.MessageId], app.Recorder.Handled);
        Assert.Equal(1, counts.Read("wagen.deduplication.failed operation=claim"));
        Assert.Equal(1, counts.Read("wagen.events.deferred"));
        app.Logs.AssertContains(LogLevel.Error, "The deduplication store of webhook endpoint 'default' failed to Claim: the event was not handled");
        app.Logs.AssertContains(LogLevel.Information, "deduplication: OwnStore");
    }

    [Fact]
    public void A_second_store_for_an_endpoint_is_refused()
    {
        WhatsAppWebhookBuilder webhooks = new ServiceCollection().AddWhatsAppWebhooks().AddDeduplicationStore<OwnStore>().AddDeduplicationStore<OwnStore>();

        Assert.Contains(nameof(OwnStore), Assert.Throws<InvalidOperationException>(() => webhooks.AddDeduplicationStore<OtherStore>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_do_not_know_what_others_have_handled()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.TestHost,
            static builder =>
            {
                foreach (string name in (IEnumerable<string>)["shop", "desk"])
                {
                    builder.Services.AddWhatsAppWebhooks(name, static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))
                        .AddHandler<RecordingBot>()
                        .AddDeduplicationStore<OwnStore>();
                }
            },
            static application =>
            {
                application.MapWhatsAppWebhooks("/shop", "shop");
                application.MapWhatsAppWebhooks("/desk", "desk");
            });

        await app.PostAsync(Bodies.Text, path: "/shop");
        await app.PostAsync(Bodies.Text, path: "/desk");
        await app.PostAsync(Bodies.Text, path: "/desk");

        Assert.Equal(2, app.Recorder.Handled.Count);
    }

    private static Task<WebhookApp> StartAsync(ServerKind server, Action<WhatsAppWebhookBuilder> add) => WebhookApp.StartAsync(
        server,
        builder => add(builder.Services.AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))),
        static application => application.MapWhatsAppWebhooks(WebhookApp.Path));

    /// <summary>Fails on the first call for a message called flaky.</summary>
    private sealed class FlakyBot : IMessagesHandler
    {
        public ConcurrentQueue<string?> Ids { get; } = new();

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            Ids.Enqueue(message.Id);
            return message.Id == "flaky" && Ids.Count(static id => id == "flaky") == 1 ? throw new InvalidOperationException("Once.") : default;
        }
    }

    private sealed class OwnStore : IDeduplicationStore
    {
        private readonly InMemoryDeduplicationStore _inner = new();

        public bool IsBroken { get; set; }

        public ValueTask<DeduplicationResult> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken cancellationToken) =>
            IsBroken ? throw new TimeoutException("The database is away.") : _inner.ClaimAsync(key, lease, cancellationToken);

        public ValueTask<bool> CompleteAsync(DeduplicationClaim claim, DeduplicationOutcome outcome, CancellationToken cancellationToken) =>
            _inner.CompleteAsync(claim, outcome, cancellationToken);

        public ValueTask<bool> ReleaseAsync(DeduplicationClaim claim, bool countAttempt, CancellationToken cancellationToken) =>
            _inner.ReleaseAsync(claim, countAttempt, cancellationToken);
    }

    private sealed class OtherStore : IDeduplicationStore
    {
        public ValueTask<DeduplicationResult> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken cancellationToken) => new(DeduplicationResult.InProgress);

        public ValueTask<bool> CompleteAsync(DeduplicationClaim claim, DeduplicationOutcome outcome, CancellationToken cancellationToken) => new(false);

        public ValueTask<bool> ReleaseAsync(DeduplicationClaim claim, bool countAttempt, CancellationToken cancellationToken) => new(false);
    }

    /// <summary>What the instruments of one application say.</summary>
    private sealed class Counts : IDisposable
    {
        private readonly ConcurrentDictionary<string, long> _values = new();
        private readonly MeterListener _listener = new();

        public Counts(WebhookApp app)
        {
            IMeterFactory meters = app.Application.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == WaGenTelemetry.Name && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public long Read(string key)
        {
            _listener.RecordObservableInstruments();
            return _values.GetValueOrDefault(key);
        }

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string key = instrument.Name;
            foreach ((string name, object? tag) in tags)
            {
                key += $" {name}={tag}";
            }

            _values.AddOrUpdate(key, value, (_, former) => instrument.IsObservable ? value : former + value);
        }
    }
}
