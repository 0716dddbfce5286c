using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bots;

/// A library that maps what applications register, and registers what applications map.
public static class BotExtensions
{
    public static IEndpointConventionBuilder MapBots(this IEndpointRouteBuilder endpoints) => endpoints.MapWhatsAppWebhooks("/webhooks/whatsapp");

    public static IEndpointConventionBuilder MapProtected(this RouteGroupBuilder group) => group.RequireAuthorization();

    public static WhatsAppWebhookBuilder AddBots<TBot>(this IServiceCollection services, IConfiguration configuration)
        where TBot : class, IMessagesHandler => services.AddWhatsAppWebhooks(configuration).AddHandler<TBot>();
}

public sealed class NeverRegisteredHere : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
