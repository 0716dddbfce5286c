using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaGen.Hosting;
using WaGen.Runtime;

namespace WaGen;

/// <summary>Adds handlers to the endpoint that <c>AddWhatsAppWebhooks</c> set up.</summary>
public sealed class WhatsAppWebhookBuilder
{
    internal WhatsAppWebhookBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of the endpoint and of its options; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Adds a handler. An event goes to every handler that implements the interface of its field, in the order in which they were added.</summary>
    /// <typeparam name="T">A class that implements one or more of the generated handler interfaces, all of one contract.</typeparam>
    /// <param name="lifetime">
    /// Singleton by default. Scoped and transient handlers come from a scope of their own for each event, made only for events whose interface they implement.
    /// </param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// A type that is registered in the services already is taken as registered there. Adding a type to the same endpoint twice is harmless.
    /// What a handler throws is logged as an error together with the exception, so keep message texts and phone numbers out of exception messages.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The type is registered in the services with another lifetime.</exception>
    [WebhookSetup(WebhookSetup.Handler)]
    public WhatsAppWebhookBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where T : class, IWebhookHandler
    {
        // Also when the handler was added before: then the lifetimes must agree.
        AddService(typeof(T), lifetime);
        if (!Added<HandlerDescriptor>().Any(static handler => handler.HandlerType == typeof(T)))
        {
            Services.AddKeyedSingleton<HandlerDescriptor>(Name, new HandlerDescriptor<T>(lifetime));
        }

        return this;
    }

    /// <summary>Adds the handler, a singleton, that gets everything that no other handler took, with a reason and the raw bytes.</summary>
    /// <typeparam name="T">The class; it may be one that was added as a handler, too.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has another unhandled handler, or the type is registered in the services with another lifetime.</exception>
    [WebhookSetup(WebhookSetup.Handler)]
    public WhatsAppWebhookBuilder AddUnhandledHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IUnhandledHandler
    {
        UnhandledDescriptor? former = Added<UnhandledDescriptor>().FirstOrDefault();
        if (former is not null && former.Type != typeof(T))
        {
            throw new InvalidOperationException(
                $"{former.Type} is the unhandled handler of {OptionsCheck.Describe(Name)} already; there can be one only, so let it pass on what {typeof(T)} should see.");
        }

        if (former is null)
        {
            AddService(typeof(T), ServiceLifetime.Singleton);
            Services.AddKeyedSingleton(Name, new UnhandledDescriptor(typeof(T)));
        }

        return this;
    }

    /// <summary>Adds the store that remembers which handler has run on which event, instead of the one in memory.</summary>
    /// <typeparam name="T">The class, a singleton. Endpoints may share one store: their keys differ.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has another store, or the type is registered in the services with another lifetime.</exception>
    public WhatsAppWebhookBuilder AddDeduplicationStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IDeduplicationStore
    {
        DeduplicationDescriptor? former = Added<DeduplicationDescriptor>().FirstOrDefault();
        if (former is not null && former.Type != typeof(T))
        {
            throw new InvalidOperationException($"{former.Type} is the deduplication store of {OptionsCheck.Describe(Name)} already; there can be one only.");
        }

        AddService(typeof(T), ServiceLifetime.Singleton);
        if (former is null)
        {
            Services.AddKeyedSingleton(Name, new DeduplicationDescriptor(typeof(T)));
        }

        return this;
    }

    private IEnumerable<T> Added<T>() =>
        Services.Where(service => service.IsKeyedService && Name.Equals(service.ServiceKey)).Select(static service => service.KeyedImplementationInstance).OfType<T>();

    private void AddService([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, ServiceLifetime lifetime)
    {
        ServiceDescriptor? registered = Services.LastOrDefault(service => service.ServiceType == type && !service.IsKeyedService);
        if (registered is not null && registered.Lifetime != lifetime)
        {
            throw new InvalidOperationException(
                $"{type} is registered in the services as {registered.Lifetime}, but added as a {lifetime} handler to {OptionsCheck.Describe(Name)}; pass the same lifetime to both.");
        }

        Services.TryAdd(ServiceDescriptor.Describe(type, type, lifetime));
    }
}
