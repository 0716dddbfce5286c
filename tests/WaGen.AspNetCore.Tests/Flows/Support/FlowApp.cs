using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests.Flows.Support;

/// <summary>An application with a data endpoint of Flows on Kestrel, and the platform that calls it.</summary>
internal sealed class FlowApp : IAsyncDisposable
{
    public const string Path = "/flows";

    private readonly WebhookApp _app;

    private FlowApp(WebhookApp app) => _app = app;

    public static FlowKeyPair Keys { get; } = FlowEncryption.CreateKeyPair();

    public LogCollector Logs => _app.Logs;

    public HttpClient Client => _app.Client;

    /// <summary>Starts an application whose handler is a delegate.</summary>
    public static Task<FlowApp> StartAsync(Func<FlowCall, CancellationToken, ValueTask<FlowReply>> handler, Action<FlowEndpointOptions>? configure = null) =>
        StartAsync(
            builder => builder.Services.AddFlowEndpoint(options =>
            {
                Configure(options);
                configure?.Invoke(options);
            }),
            application => application.MapFlowEndpoint(Path, handler));

    public static async Task<FlowApp> StartAsync(Action<WebApplicationBuilder> build, Action<WebApplication> map) =>
        new(await WebhookApp.StartAsync(ServerKind.Kestrel, build, map));

    public static void Configure(FlowEndpointOptions options) => (options.AppSecret, options.PrivateKey) = (WebhookApp.Secret, Keys.PrivateKey);

    /// <summary>Posts a request as the platform does, and decrypts an answer with 200.</summary>
    public async Task<(int Status, string Text)> AskAsync(string json, string path = Path)
    {
        var sender = new FlowSender(Keys.PublicKey, json);
        (int status, string text) = await PostAsync(Requests.Signed(sender.Body(), path: path));
        return (status, status == 200 ? sender.Read(text) : text);
    }

    public async Task<(int Status, string Text)> PostAsync(HttpRequestMessage request)
    {
        using (request)
        using (HttpResponseMessage response = await Client.SendAsync(request))
        {
            return ((int)response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
