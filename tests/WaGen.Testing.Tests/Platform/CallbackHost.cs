using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WaGen.Testing.Tests.Platform;

/// <summary>Endpoints that get webhooks: they answer the handshake when the token is right, and keep what is signed.</summary>
internal sealed class CallbackHost(WebApplication app) : IAsyncDisposable
{
    public const string VerifyToken = "verify-me";
    private readonly ConcurrentQueue<(string Path, JsonNode Body, string? Signature)> _received = new();

    /// <summary>The changes of all webhooks in the order of arrival.</summary>
    public IReadOnlyList<JsonNode> Changes => [.. _received.Select(static r => r.Body["entry"]![0]!["changes"]![0]!)];

    public IReadOnlyList<(string Path, JsonNode Body, string? Signature)> Received => [.. _received];

    public static async Task<CallbackHost> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var host = new CallbackHost(app);
        app.MapGet("/{path}", static (HttpContext context) => context.Request.Query["hub.verify_token"] == VerifyToken && context.Request.Query["hub.mode"] == "subscribe"
            ? Results.Text(context.Request.Query["hub.challenge"])
            : Results.StatusCode(403));
        app.MapPost("/{path}", host.ReceiveAsync);
        await app.StartAsync();
        return host;
    }

    public Uri At(string path) => new(new Uri(app.Urls.First()), path);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
        _received.Enqueue((context.Request.Path, body, context.Request.Headers["X-Hub-Signature-256"]));
    }
}
