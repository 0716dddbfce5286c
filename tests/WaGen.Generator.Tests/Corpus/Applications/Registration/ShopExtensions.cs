using Alias = Shop.AliasedBot;

namespace Shop;

internal static class ShopExtensions
{
    public static IServiceCollection AddShopBots(this IServiceCollection services, IConfiguration configuration)
    {
        var webhooks = services.AddWhatsAppWebhooks(configuration.GetSection("WhatsApp")).AddHandler<TextBot>();
        webhooks.AddHandler<Alias>().AddHandler<global::Shop.QualifiedBot>();
        webhooks.AddHandler<GenericBot<string>>();
        webhooks.AddHandler<Outer.NestedBot>();
        Add<OtherBot>(webhooks);
        return services;
    }

    public static IEndpointRouteBuilder MapShop(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWhatsAppWebhooks("/webhooks/whatsapp");
        return endpoints;
    }

    private static void Add<T>(WhatsAppWebhookBuilder webhooks)
        where T : class, IWebhookHandler => webhooks.AddHandler<T>();
}
