using OrderBot;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// ASP.NET Core would log the query of the handshake, and with it the verify token.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.Configure<ShopOptions>(builder.Configuration.GetSection("Shop"));
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"))
    .AddHandler<OrderHandler>();

WebApplication app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
await app.RunAsync();
