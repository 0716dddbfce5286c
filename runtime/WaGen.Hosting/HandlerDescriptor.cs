using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Hosting;

/// <summary>A handler type that was added to an endpoint; knows how to make its registration once the services exist.</summary>
internal abstract class HandlerDescriptor
{
    public abstract Type HandlerType { get; }

    public abstract WebhookContract Contract { get; }

    public abstract WebhookHandlerRegistration CreateRegistration(IServiceProvider services, IWebhookScopeFactory scopes);
}

/// <inheritdoc/>
internal sealed class HandlerDescriptor<T>(ServiceLifetime lifetime) : HandlerDescriptor
    where T : class, IWebhookHandler
{
    public override Type HandlerType => typeof(T);

    public override WebhookContract Contract => T.Contract;

    public override WebhookHandlerRegistration CreateRegistration(IServiceProvider services, IWebhookScopeFactory scopes) =>
        lifetime == ServiceLifetime.Singleton
            ? WebhookHandlerRegistration.Singleton(services.GetRequiredService<T>())
            : WebhookHandlerRegistration.Scoped<T>(scopes);
}
