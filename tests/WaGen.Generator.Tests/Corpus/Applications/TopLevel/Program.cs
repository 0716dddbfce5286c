WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"))
    .AddHandler<Bot>()
    .AddHandler<ScopedBot>(ServiceLifetime.Scoped)
    .AddUnhandledHandler<Leftovers>();

WebApplication app = builder.Build();
app.MapGet("/", () => "up");
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.Run();

sealed class Bot : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{context.Contact.Profile.Name}: {message.Text.Body}");
        return ValueTask.CompletedTask;
    }
}

sealed class ScopedBot(TimeProvider time) : IMessagesHandler, IPartnerSolutionsHandler
{
    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{time.GetUtcNow()}: {status.Id} {status.KindText}");
        return ValueTask.CompletedTask;
    }

    public ValueTask OnSolutionCreatedAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) => context.Unhandled();
}

sealed class Leftovers(ILogger<Leftovers> logger) : IUnhandledHandler
{
    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        logger.LogWarning("{Reason} at {Path}: {Bytes} bytes", unhandled.Reason, unhandled.Path, unhandled.Utf8.Length);
        return ValueTask.CompletedTask;
    }
}
