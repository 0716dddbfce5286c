using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaGen;
using WaGen.AspNetCore;
using WaGen.Runtime;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps webhook endpoints to routes.</summary>
public static class WhatsAppWebhookEndpointRouteBuilderExtensions
{
    /// <summary>Maps the GET of the verification handshake and the POST of the webhooks to a route.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The route; together with the host it is the callback URL in the App Dashboard.</param>
    /// <param name="name">The name that was given to <c>AddWhatsAppWebhooks</c>; empty for the default endpoint.</param>
    /// <returns>A builder whose conventions apply to GET and POST.</returns>
    /// <remarks>
    /// The handshake carries the verify token in its query, which ASP.NET Core itself logs under <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> at the level
    /// Information. Keep the category <c>Microsoft.AspNetCore</c> at Warning, as the project templates do.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The services of the endpoint are not registered.</exception>
    [WebhookSetup(WebhookSetup.Endpoint)]
    public static IEndpointConventionBuilder MapWhatsAppWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string name = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(name);

        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(WhatsAppWebhookEndpoint), name) == false)
        {
            string call = name.Length == 0 ? "services.AddWhatsAppWebhooks(...)" : $"services.AddWhatsAppWebhooks(\"{name}\", ...)";
            throw new InvalidOperationException($"The services of this webhook endpoint are not registered. Call {call} before MapWhatsAppWebhooks(\"{pattern}\").");
        }

        var handler = new WebhookRequestHandler(services, name);
        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        group.MapGet(string.Empty, handler.AnswerHandshakeAsync).WithDisplayName($"WhatsApp webhook handshake {pattern}");
        group.MapPost(string.Empty, handler.ReceiveAsync).WithDisplayName($"WhatsApp webhooks {pattern}");
        return group;
    }
}
