using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WaGen.Benchmarks.Http;

/// <summary>A web application on the loopback: one route takes webhooks, the other reads the body and does nothing with it.</summary>
/// <remarks>
/// Both routes stand in one server, so that they share its settings and whatever befalls it. The webhook route has all that an application
/// gets without asking: deduplication in memory, metrics, and logging at the level Information.
/// </remarks>
internal sealed class LoadApp : IDisposable
{
    // The routes are equally long, so that requests are.
    public const string WebhookPath = "/webhooks";
    public const string BarePath = "/readbody";

    /// <summary>Secrets of apps have 32 hexadecimal digits.</summary>
    public static readonly string Secret = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private readonly WebApplication _app;

    private LoadApp(WebApplication app, LoadBot bot)
    {
        _app = app;
        Bot = bot;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        EndPoint = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
    }

    /// <summary>Gets what handles the events.</summary>
    public LoadBot Bot { get; }

    /// <summary>Gets where the server listens.</summary>
    public IPEndPoint EndPoint { get; }

    public static LoadApp Start()
    {
        var bot = new LoadBot();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // Standard output is for results. ASP.NET Core stands at Warning, as in the project templates; what logs in WaGen stays as it is.
        builder.Logging.ClearProviders()
            .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(bot);
        builder.Services.AddWhatsAppWebhooks(static options =>
        {
            options.AppSecret = Secret;
            options.VerifyToken = Guid.NewGuid().ToString(); // Nobody asks for it.
        }).AddHandler<LoadBot>();

        WebApplication app = builder.Build();
        app.MapWhatsAppWebhooks(WebhookPath);
        app.MapPost(BarePath, ReadBodyAsync);
        app.Start();
        return new LoadApp(app, bot);
    }

    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
    }

    private static async Task ReadBodyAsync(HttpContext context)
    {
        PipeReader reader = context.Request.BodyReader;
        ReadResult read;
        do
        {
            read = await reader.ReadAsync();
            reader.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
    }
}
