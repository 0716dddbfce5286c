var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthorization();
builder.Services.AddWhatsAppWebhooks("shop", builder.Configuration.GetSection("Shop")).AddHandler<ShopBot>();
builder.Services.AddWhatsAppWebhooks("support", options =>
{
    options.AppSecret = builder.Configuration["Support:AppSecret"];
    options.AppSecrets["old"] = builder.Configuration["Support:OldAppSecret"] ?? throw new InvalidOperationException("The old secret is not configured.");
    options.AppSecrets.Add("new", Environment.GetEnvironmentVariable("SUPPORT_SECRET")!);
    options.VerifyToken = builder.Configuration["Support:VerifyToken"];
    options.VerifyTokens.Add(builder.Configuration.GetSection("Support").GetValue<string>("Other")!);
    options.MaxBodyBytes = 8 * 1024 * 1024;
    options.MaxConcurrency = 4;
    options.HandlerTimeout = TimeSpan.FromSeconds(20);
}).AddHandler<SupportBot>();
builder.Services.Configure<WhatsAppWebhookOptions>("support", o => o.MaxBodyBytes = 3 * 1024 * 1024);

var app = builder.Build();
app.UseAuthorization();
app.MapWhatsAppWebhooks("/webhooks/shop", "shop");
app.MapWhatsAppWebhooks("/webhooks/support", "support").AllowAnonymous();
app.MapGet("/private", () => "secret").RequireAuthorization();
await app.RunAsync();

internal class ShopBot : IMessagesHandler
{
    public ValueTask OnOrderAsync(OrderMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

internal class SupportBot : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnUnsupportedAsync(UnsupportedMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnReadAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

    public ValueTask OnFailedAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
