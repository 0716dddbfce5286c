namespace OrderBot;

/// <summary>The shop as an application: one for <c>Program.cs</c>, any number for tests.</summary>
internal static class OrderBotApp
{
    /// <summary>Where it receives webhooks.</summary>
    public const string Path = "/webhooks/whatsapp";

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes settings and services last; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

        // ASP.NET Core would log the query of the handshake, and with it the verify token.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.Configure<ShopOptions>(builder.Configuration.GetSection("Shop"));
        builder.Services.AddSingleton<OrderBook>();
        builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));
        builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"))
            .AddHandler<OrderHandler>();
        configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.MapWhatsAppWebhooks(Path);
        return app;
    }
}
