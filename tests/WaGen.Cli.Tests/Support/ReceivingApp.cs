using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WaGen.Cli.Tests.Support;

/// <summary>An application that receives webhooks on a port of this machine, and keeps what it received.</summary>
internal sealed class ReceivingApp : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _bodies = new();
    private readonly Journal _journal = new();

    private ReceivingApp(string secret)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_journal);
        builder.Services.AddWhatsAppWebhooks(options =>
        {
            options.AppSecret = secret;
            options.VerifyToken = "token";
        }).AddHandler<Bot>().AddUnhandledHandler<Rest>();
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            _bodies.Enqueue(copy.ToArray());
            copy.Position = 0;
            context.Request.Body = copy;
            await next(context);
        });
        _app.MapWhatsAppWebhooks("/hook");
        _app.MapPost("/broken", static () => Results.StatusCode(500));
    }

    public IReadOnlyList<byte[]> Bodies => [.. _bodies];

    /// <summary>The identities of the messages that reached a handler.</summary>
    public IReadOnlyList<string> Messages => [.. _journal.Messages];

    /// <summary>Why other things did not.</summary>
    public IReadOnlyList<UnhandledReason> Unhandled => [.. _journal.Unhandled];

    public string Url => _app.Urls.First() + "/hook";

    public string BrokenUrl => _app.Urls.First() + "/broken";

    public static async Task<ReceivingApp> StartAsync(string secret = Secret)
    {
        var app = new ReceivingApp(secret);
        await app._app.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Journal
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public ConcurrentQueue<UnhandledReason> Unhandled { get; } = new();
    }

    private sealed class Bot(Journal journal) : IMessagesHandler
    {
        public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
        {
            journal.Messages.Enqueue(message.Id!);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Rest(Journal journal) : IUnhandledHandler
    {
        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
        {
            journal.Unhandled.Enqueue(unhandled.Reason);
            return ValueTask.CompletedTask;
        }
    }
}
