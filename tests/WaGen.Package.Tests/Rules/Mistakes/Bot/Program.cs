using Bot.Handlers;
using Bot.Views;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddRequestDecompression(static _ => { });
builder.Services.AddWhatsAppWebhooks(options =>
    {
        options.AppSecret = "5d41402abc4b2a76b9719d911017c592"; // WAGEN302
        options.VerifyToken = options.AppSecret; // WAGEN303
        options.MaxBodyBytes = 1024 * 1024; // WAGEN306
    })
    .AddHandler<NearMiss>()
    .AddHandler<Idle>()
    .AddHandler<Archive>()
    .AddHandler<Counter>()
    .AddHandler<Sender>()
    .AddHandler<Careless>()
    .AddHandler<Receipts>()
    .AddHandler<Answers>()
    .AddHandler<Memory>()
    .AddHandler<Comparison>()
    .AddHandler<Greetings>()
    .AddHandler<Progress>()
    .AddHandler<Errors>()
    .AddHandler<Names>();

WebApplication app = builder.Build();
app.UseRequestDecompression(); // WAGEN304
app.MapWhatsAppWebhooks("/webhooks/whatsapp").RequireAuthorization(); // WAGEN305
app.Run();
