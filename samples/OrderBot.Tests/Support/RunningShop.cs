using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrderBot.Tests.Support;

/// <summary>The whole bot on a free port of this machine, with a platform of its own around it: webhooks come from there, replies go there.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private const string AppSecret = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;

    private RunningShop(FakeGraph graph, WebApplication app, LogLines log)
    {
        Graph = graph;
        _app = app;
        Log = log;
    }

    public FakeGraph Graph { get; }

    public LogLines Log { get; }

    public OrderBook Orders => _app.Services.GetRequiredService<OrderBook>();

    /// <summary>Gets what the bot has sent, without receipts of reading.</summary>
    public IReadOnlyList<FakeRequest> Messages => [.. Graph.Requests.Where(static request => request.Payload is OutgoingMessage)];

    /// <summary>Starts bot and platform.</summary>
    /// <param name="playback">The statuses that messages of the bot get; null for sent, delivered and read.</param>
    public static async Task<RunningShop> StartAsync(StatusPlayback? playback = null)
    {
        FakeGraph graph = await FakeGraph.StartAsync(WhatsAppApi.Operations, new FakeGraphOptions { AppSecret = AppSecret, RequireAppSecretProof = true });
        var log = new LogLines();
        WebApplication app = OrderBotApp.Build([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["WhatsApp:AppSecret"] = AppSecret,
                ["WhatsApp:VerifyToken"] = "verify",
                ["WhatsApp:AccessToken"] = "token",
                ["WhatsApp:BaseAddress"] = graph.BaseAddress.ToString(),
            });
        });
        await app.StartAsync();
        graph.DeliverTo(new Uri(new Uri(app.Urls.First()), OrderBotApp.Path), AppSecret, playback);
        return new RunningShop(graph, app, log);
    }

    /// <summary>Delivers an event until the bot accepts it, and waits for the statuses of everything that the bot sends because of it.</summary>
    /// <returns>How each delivery was answered.</returns>
    public async Task<IReadOnlyList<int>> ReceiveAsync(FakeEvent webhook)
    {
        FakeDelivery delivery = await Graph.DeliverAsync(webhook);
        await Graph.WhenIdleAsync();
        return delivery.Attempts;
    }

    /// <summary>The same for an event that the bot must accept at once.</summary>
    /// <returns>The messages that the bot has sent because of it.</returns>
    public async Task<IReadOnlyList<FakeRequest>> AnswersAsync(FakeEvent webhook)
    {
        int before = Messages.Count;
        Assert.Equal([200], await ReceiveAsync(webhook));
        return [.. Messages.Skip(before)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
