var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp")).AddHandler<WorkerBot>();
builder.Services.AddHostedService<QueueConsumer>();
builder.Build().Run();

internal sealed class QueueConsumer(WebhookProcessor processor, ILogger<QueueConsumer> logger) : BackgroundService
{
    private readonly Queue<byte[]> _bodies = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_bodies.TryDequeue(out byte[]? body))
        {
            WebhookOutcome outcome = await processor.ProcessVerifiedAsync(body, app: "shop", stoppingToken);
            if (outcome.Result is WebhookResult.HandlerFailed or WebhookResult.Deferred)
            {
                logger.LogWarning("{Result}: once more", outcome.Result);
                _bodies.Enqueue(body);
            }
        }
    }
}

internal sealed class WorkerBot : IMessagesHandler
{
    public async ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        Console.WriteLine(message.Id);
    }
}
