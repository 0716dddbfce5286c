WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
WebApplication app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp"); // WAGEN301
app.Run();
