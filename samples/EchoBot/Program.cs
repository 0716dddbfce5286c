using EchoBot;
using EchoBot.Demo;

bool demo = args.Contains("--demo");
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Standard output is for events; logs go to standard error. ASP.NET Core would log the query of the handshake, and with it the verify token.
builder.Logging.ClearProviders()
    .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
    .AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton<EventJournal>();
builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"))
    .AddHandler<Bot>()
    .AddUnhandledHandler<Bot>();

if (demo)
{
    return await DemoRun.RunAsync(builder, "/webhooks/whatsapp");
}

if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
{
    builder.WebHost.UseUrls("http://127.0.0.1:5080");
}

WebApplication app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp");

await app.RunAsync();
return 0;
