WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"));

WebApplication app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.Run();
