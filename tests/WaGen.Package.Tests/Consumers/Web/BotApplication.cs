namespace Web;

public static class BotApplication
{
    public const string Path = "/webhooks/whatsapp";

    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        IConfigurationSection configuration = builder.Configuration.GetSection("WhatsApp");
        builder.Services.AddWhatsAppClient(configuration);
        builder.Services.AddWhatsAppWebhooks(configuration).AddHandler<Bot>().AddHandler<Replies>();

        WebApplication app = builder.Build();
        app.MapWhatsAppWebhooks(Path);
        return app;
    }
}
