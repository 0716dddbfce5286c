using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using WaGen;
using WaGen.Hosting;
using WaGen.Runtime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds webhook endpoints to the services of an application.</summary>
public static class WhatsAppWebhookServiceCollectionExtensions
{
    /// <summary>Adds the default endpoint; its options come from a section of the configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section that holds <c>AppSecret</c>, <c>VerifyToken</c> and what else <see cref="WhatsAppWebhookOptions"/> lists.</param>
    /// <returns>A builder that takes the handlers.</returns>
    [WebhookSetup(WebhookSetup.Services)]
    public static WhatsAppWebhookBuilder AddWhatsAppWebhooks(this IServiceCollection services, IConfiguration configuration) =>
        services.AddWhatsAppWebhooks(Options.Options.DefaultName, configuration);

    /// <summary>Adds a named endpoint; its options come from a section of the configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the endpoint and of its options.</param>
    /// <param name="configuration">The section that holds <c>AppSecret</c>, <c>VerifyToken</c> and what else <see cref="WhatsAppWebhookOptions"/> lists.</param>
    /// <returns>A builder that takes the handlers.</returns>
    [WebhookSetup(WebhookSetup.Services)]
    public static WhatsAppWebhookBuilder AddWhatsAppWebhooks(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        WhatsAppWebhookBuilder builder = services.AddWhatsAppWebhooks(name);
        services.AddOptions<WhatsAppWebhookOptions>(name).Bind(configuration);
        return builder;
    }

    /// <summary>Adds the default endpoint; its options are set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that takes the handlers.</returns>
    [WebhookSetup(WebhookSetup.Services)]
    public static WhatsAppWebhookBuilder AddWhatsAppWebhooks(this IServiceCollection services, Action<WhatsAppWebhookOptions> configure) =>
        services.AddWhatsAppWebhooks(Options.Options.DefaultName, configure);

    /// <summary>Adds a named endpoint; its options are set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the endpoint and of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that takes the handlers.</returns>
    [WebhookSetup(WebhookSetup.Services)]
    public static WhatsAppWebhookBuilder AddWhatsAppWebhooks(this IServiceCollection services, string name, Action<WhatsAppWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        WhatsAppWebhookBuilder builder = services.AddWhatsAppWebhooks(name);
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>Adds an endpoint whose options are configured elsewhere, or returns to one that was added before.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the endpoint and of its options; empty for the default one.</param>
    /// <returns>A builder that takes the handlers.</returns>
    /// <remarks>
    /// The endpoint's <see cref="WebhookProcessor"/> and <see cref="WhatsAppWebhookEndpoint"/> are keyed services under <paramref name="name"/>; those of the default
    /// endpoint are plain services as well. A worker or a function that gets bodies by another way than HTTP takes the processor from there.
    /// </remarks>
    [WebhookSetup(WebhookSetup.Services)]
    public static WhatsAppWebhookBuilder AddWhatsAppWebhooks(this IServiceCollection services, string name = "")
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);

        var builder = new WhatsAppWebhookBuilder(services, name);
        var endpoint = new WebhookEndpointName(name);
        if (services.Any(service => endpoint.Equals(service.IsKeyedService ? null : service.ImplementationInstance)))
        {
            return builder;
        }

        services.AddSingleton(endpoint);
        services.AddOptions();
        services.TryAddSingleton<WebhookMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WebhookStartupCheck>());
        services.AddKeyedSingleton(name, static (provider, key) => WebhookEndpointFactory.Create(provider, (string)key!));
        services.AddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<WhatsAppWebhookEndpoint>(key).Processor);
        if (name.Length == 0)
        {
            services.AddSingleton(static provider => provider.GetRequiredKeyedService<WhatsAppWebhookEndpoint>(string.Empty));
            services.AddSingleton(static provider => provider.GetRequiredKeyedService<WebhookProcessor>(string.Empty));
        }

        return builder;
    }
}
