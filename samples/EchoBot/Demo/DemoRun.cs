using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace EchoBot.Demo;

/// <summary>Plays Meta: posts signed bodies to the bot over HTTP and checks that every event arrived.</summary>
internal static class DemoRun
{
    // Made up for each run: real ones come from the configuration, and neither belongs into code.
    private static readonly string Secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private static readonly string Token = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Gives the bot a free port of this machine and the secrets of the demo.</summary>
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<WhatsAppWebhookOptions>(static options =>
        {
            options.AppSecret = Secret;
            options.VerifyToken = Token;
        });
    }

    /// <summary>Runs the demo.</summary>
    /// <returns>The exit code: 0 when everything arrived, otherwise 1.</returns>
    public static async Task<int> RunAsync(WebApplication app, string path)
    {
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        bool passed = await VerifyAsync(client, path);
        foreach (DemoDelivery delivery in DemoBodies.All)
        {
            passed &= await PostAsync(client, path, delivery);
        }

        await app.StopAsync();
        return Summarize(app.Services.GetRequiredService<EventJournal>(), passed) ? 0 : 1;
    }

    private static async Task<bool> VerifyAsync(HttpClient client, string path)
    {
        string answer = await client.GetStringAsync(new Uri($"{path}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={Token}", UriKind.Relative));
        return Check(answer == "1158201444", "The handshake was not answered with its challenge.");
    }

    private static async Task<bool> PostAsync(HttpClient client, string path, DemoDelivery delivery)
    {
        byte[] body = Encoding.UTF8.GetBytes(delivery.Body);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        content.Headers.Add("X-Hub-Signature-256", SignatureVerifier.Sign(Encoding.UTF8.GetBytes(Secret), body).ToString());
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return Check(response.StatusCode == HttpStatusCode.OK, $"{delivery.Name}: answered {(int)response.StatusCode}.");
    }

    private static bool Summarize(EventJournal journal, bool passed)
    {
        List<string> surplus = [.. journal.Lines];
        string[] missing = [.. DemoBodies.All.SelectMany(static delivery => delivery.Expected).Where(line => !surplus.Remove(line))];
        foreach (string line in missing)
        {
            passed = Check(false, $"Missing: {line}");
        }

        foreach (string line in surplus)
        {
            passed = Check(false, $"Not expected: {line}");
        }

        int expected = DemoBodies.All.Sum(static delivery => delivery.Expected.Length);
        Console.Out.WriteLine($"{expected - missing.Length} of {expected} arrived from {DemoBodies.All.Count} bodies: the demo {(passed ? "passed" : "failed")}.");
        return passed;
    }

    private static bool Check(bool condition, string problem)
    {
        if (!condition)
        {
            Console.Out.WriteLine(problem);
        }

        return condition;
    }
}
