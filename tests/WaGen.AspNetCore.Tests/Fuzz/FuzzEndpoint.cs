using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.AspNetCore.Tests.Fuzz;

/// <summary>An endpoint with handlers of all fields, which bodies are sent to with their right signature.</summary>
internal sealed class FuzzEndpoint : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebhookApp _app;
    private readonly RecordedCalls _calls;

    private FuzzEndpoint(WebhookApp app, RecordedCalls calls)
    {
        _app = app;
        _calls = calls;
    }

    /// <summary>The errors that were logged.</summary>
    public IEnumerable<LogEntry> Errors => _app.Logs.Entries;

    public static async Task<FuzzEndpoint> StartAsync()
    {
        var calls = new RecordedCalls();
        WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.TestHost,
            builder =>
            {
                // Thousands of bodies that are not JSON are no news here.
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.Services.AddSingleton(calls);
                WhatsAppWebhookBuilder webhooks = builder.Services
                    .AddWhatsAppWebhooks(static options =>
                    {
                        (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token);

                        // Bodies are made from few others, so most events come again and again.
                        options.Deduplication.Enabled = false;
                    })
                    .AddUnhandledHandler<RecordedCalls>();
                foreach ((Type type, object handler) in calls.Handlers(WhatsAppContract.Instance))
                {
                    webhooks.Services.AddSingleton(type, handler);
                    typeof(WhatsAppWebhookBuilder).GetMethod(nameof(WhatsAppWebhookBuilder.AddHandler))!.MakeGenericMethod(type).Invoke(webhooks, [ServiceLifetime.Singleton]);
                }
            },
            static application => application.MapWhatsAppWebhooks(WebhookApp.Path));
        return new FuzzEndpoint(app, calls);
    }

    /// <summary>Sends a body and checks that the answer and what became of every item are right.</summary>
    /// <returns>What was handled.</returns>
    public async Task<IReadOnlyList<RecordedCall>> CheckAsync(byte[] body)
    {
        _calls.Clear();
        using HttpRequestMessage request = Requests.Signed(body);
        int status = await _app.SendAsync(request).WaitAsync(Patience);
        if (!FuzzCheck.IsJsonObject(body))
        {
            Assert.Equal(400, status);
            Assert.Empty(_calls.Handled);
            Assert.Equal(UnhandledReason.NotJson, Assert.Single(_calls.Unhandled).Reason);
            return [];
        }

        List<ExpectedItem> items = FuzzCheck.Items(body);
        Assert.Equal(200, status);
        Assert.Equal(
            items.Where(static i => i.Reason == UnhandledReason.None).Select(static i => $"{i.Path}: {i.Field} {i.Method}"),
            _calls.Handled.Select(static c => c.ToString()));
        Assert.Equal(
            items.Where(static i => i.Reason != UnhandledReason.None).Select(static i => $"{i.Path}: {i.Reason}"),
            _calls.Unhandled.Select(static c => c.ToString()));
        return _calls.Handled;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
