using System.Net;
using System.Security.Cryptography;
using WaGen.Testing;

namespace EchoBot.Demo;

/// <summary>Plays Meta: posts signed bodies to the bot over HTTP, takes its replies, posts their statuses, and checks that everything arrived.</summary>
internal static class DemoRun
{
    // Made up for each run: real ones come from the configuration, and neither belongs into code.
    private static readonly string Secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private static readonly string VerifyToken = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private static readonly string AccessToken = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Runs the demo.</summary>
    /// <param name="builder">The bot, with handlers and client.</param>
    /// <param name="path">Where it receives webhooks.</param>
    /// <returns>The exit code: 0 when everything arrived, otherwise 1.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, string path)
    {
        await using FakeGraph graph = await FakeGraph.StartAsync(WhatsAppApi.Operations, new FakeGraphOptions
        {
            AppSecret = Secret,
            RequireAppSecretProof = true,
            AccessTokens = { AccessToken },
        });
        await using WebApplication app = Build(builder, path, graph.BaseAddress);
        await app.StartAsync();
        using var meta = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        graph.DeliverTo(new Uri(meta.BaseAddress, path), Secret);

        bool passed = await VerifyAsync(meta, path);
        foreach (DemoDelivery delivery in DemoBodies.All)
        {
            passed &= await PostAsync(meta, path, delivery);
        }

        await graph.WhenIdleAsync();
        await app.StopAsync();
        return Summarize(app.Services.GetRequiredService<EventJournal>(), graph, passed) ? 0 : 1;
    }

    private static WebApplication Build(WebApplicationBuilder builder, string path, Uri graph)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<WhatsAppWebhookOptions>(static options =>
        {
            options.AppSecret = Secret;
            options.VerifyToken = VerifyToken;
        });
        builder.Services.Configure<WhatsAppClientOptions>(options =>
        {
            options.AppSecret = Secret;
            options.AccessToken = AccessToken;
            options.BaseAddress = graph;
        });
        WebApplication app = builder.Build();
        app.MapWhatsAppWebhooks(path);
        return app;
    }

    private static async Task<bool> VerifyAsync(HttpClient meta, string path)
    {
        using HttpRequestMessage request = WebhookRequests.CreateHandshake(new Uri(meta.BaseAddress!, path), VerifyToken, "1158201444");
        using HttpResponseMessage response = await meta.SendAsync(request);
        return Check(await response.Content.ReadAsStringAsync() == "1158201444", "The handshake was not answered with its challenge.");
    }

    private static async Task<bool> PostAsync(HttpClient meta, string path, DemoDelivery delivery)
    {
        using HttpRequestMessage request = WebhookRequests.Create(new Uri(meta.BaseAddress!, path), delivery.Utf8Body, Secret);
        using HttpResponseMessage response = await meta.SendAsync(request);
        return Check(response.StatusCode == HttpStatusCode.OK, $"{delivery.Name}: answered {(int)response.StatusCode}.");
    }

    private static bool Summarize(EventJournal journal, FakeGraph graph, bool passed)
    {
        FakeRequest[] replies = [.. graph.Requests.Where(static request => request.Operation == nameof(WhatsAppApi.SendMessage))];
        string[] expected = [.. DemoBodies.All.SelectMany(static delivery => delivery.Expected)];
        string[] statuses = [.. graph.Deliveries.SelectMany(static delivery => delivery.Statuses).Select(static status => $"messages {Name(status.Status)} {status.Id}/{status.Status}")];
        List<string> surplus = [.. journal.Lines];
        string[] missing = [.. expected.Concat(statuses).Where(line => !surplus.Remove(line))];
        foreach (string line in missing)
        {
            passed = Check(false, $"Missing: {line}");
        }

        foreach (string line in surplus)
        {
            passed = Check(false, $"Not expected: {line}");
        }

        int texts = expected.Count(static line => line.StartsWith("messages Text ", StringComparison.Ordinal));
        passed &= Check(replies.Length == texts && replies.All(static reply => reply.Status == 200), $"{texts} texts were answered by {replies.Length} replies.");
        int arrived = expected.Length + statuses.Length - missing.Length;
        Console.Out.WriteLine(
            $"{arrived} of {expected.Length + statuses.Length} arrived: {expected.Length} from {DemoBodies.All.Count} bodies, "
            + $"{statuses.Length} statuses of {replies.Length} replies: the demo {(passed ? "passed" : "failed")}.");
        return passed;
    }

    private static string Name(string status) => char.ToUpperInvariant(status[0]) + status[1..];

    private static bool Check(bool condition, string problem)
    {
        if (!condition)
        {
            Console.Out.WriteLine(problem);
        }

        return condition;
    }
}
