using Bot.Handlers;
using Bot.Views;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddRequestDecompression(static _ => { });
builder.Services.AddWhatsAppWebhooks(options =>
    {
        options.AppSecret = builder.Configuration["WhatsApp:AppSecret"];
        options.VerifyToken = builder.Configuration["WhatsApp:VerifyToken"];
        options.MaxBodyBytes = 4 * 1024 * 1024;
    })
    .AddHandler<NearMiss>()
    .AddHandler<Idle>()
    .AddHandler<Forgotten>()
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
app.UseWhen(static context => !context.Request.Path.StartsWithSegments("/webhooks/whatsapp"), static branch => branch.UseRequestDecompression());
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.Run();
