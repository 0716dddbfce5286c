using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>A web application with webhook endpoints, on a real server or in memory.</summary>
internal sealed class WebhookApp : IAsyncDisposable
{
    public const string Path = "/webhooks/whatsapp";
    public const string Secret = "test_app_secret";
    public const string Token = "test-verify-token-of-this-app";

    private WebhookApp(WebApplication application, HttpClient client, LogCollector logs)
    {
        Application = application;
        Client = client;
        Logs = logs;
    }

    public WebApplication Application { get; }

    public HttpClient Client { get; }

    public LogCollector Logs { get; }

    public Recorder Recorder => Application.Services.GetRequiredService<Recorder>();

    /// <summary>Starts an application with the default endpoint, the recording bot and the recording hook.</summary>
    public static Task<WebhookApp> StartAsync(ServerKind server, Action<WhatsAppWebhookOptions>? configure = null) =>
        StartAsync(
            server,
            builder => builder.Services
                .AddWhatsAppWebhooks(options =>
                {
                    options.AppSecret = Secret;
                    options.VerifyToken = Token;
                    configure?.Invoke(options);
                })
                .AddHandler<RecordingBot>()
                .AddUnhandledHandler<RecordingHook>(),
            static application => application.MapWhatsAppWebhooks(Path));

    /// <summary>Starts an application of its own kind.</summary>
    public static async Task<WebhookApp> StartAsync(ServerKind server, Action<WebApplicationBuilder> build, Action<WebApplication> map)
    {
        var logs = new LogCollector();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton<Recorder>();
        if (server == ServerKind.TestHost)
        {
            builder.WebHost.UseTestServer();
        }
        else
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }

        build(builder);
        WebApplication application = builder.Build();
        try
        {
            map(application);
            await application.StartAsync();
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        HttpClient client = server == ServerKind.TestHost ? application.GetTestClient() : new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
        return new WebhookApp(application, client, logs);
    }

    /// <summary>Posts a body as Meta does and returns the status code.</summary>
    public async Task<int> PostAsync(string body, string secret = Secret, string path = Path)
    {
        using HttpRequestMessage request = Requests.Signed(Encoding.UTF8.GetBytes(body), secret, path);
        using HttpResponseMessage response = await Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async Task<int> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Application.DisposeAsync();
    }
}
