using Web;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp")).AddHandler<Bot>();

WebApplication app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.Run();
