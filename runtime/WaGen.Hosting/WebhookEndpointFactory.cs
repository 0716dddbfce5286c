using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WaGen.Hosting;

/// <summary>Puts an endpoint together from options, handlers and services, or says everything that is wrong with them.</summary>
internal static class WebhookEndpointFactory
{
    public static WhatsAppWebhookEndpoint Create(IServiceProvider services, string name)
    {
        var optionsFactory = services.GetRequiredService<IOptionsFactory<WhatsAppWebhookOptions>>();
        WhatsAppWebhookOptions options = optionsFactory.Create(name);
        HandlerDescriptor[] handlers = [.. services.GetKeyedServices<HandlerDescriptor>(name)];
        List<string> problems = [.. OptionsCheck.Problems(name, options), .. HandlerCheck.Problems(name, handlers)];
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(WhatsAppWebhookOptions), problems);
        }

        ILoggerFactory loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        ILogger logger = loggers.CreateLogger<WhatsAppWebhookEndpoint>();
        var metrics = services.GetRequiredService<WebhookMetrics>();
        WebhookContract contract = handlers[0].Contract;
        KeyValuePair<string, string>[] secrets = Secrets.Of(options);

        IDeduplicationStore? store = CreateStore(services, name, options.Deduplication);
        var kept = store as InMemoryDeduplicationStore;
        if (kept is not null)
        {
            metrics.Observe(kept);
        }

        var scopes = new WebhookScopeFactory(services.GetRequiredService<IServiceScopeFactory>());
        var processor = new WebhookProcessor(
            contract,
            [.. handlers.Select(handler => handler.CreateRegistration(services, scopes))],
            new SignatureVerifier(secrets),
            new WebhookProcessorOptions
            {
                MaxBodyBytes = options.MaxBodyBytes,
                MaxConcurrency = options.MaxConcurrency,
                HandlerTimeout = options.HandlerTimeout,
                DeduplicationStore = store,
                DeduplicationScope = name,
                ClaimLease = options.Deduplication.ClaimLease,
                MaxAttempts = options.MaxAttempts,
                TimeProvider = TimeOf(services),
                Services = services,
            },
            services.GetKeyedService<UnhandledDescriptor>(name)?.Resolve(services),
            new TelemetryObserver(name, logger, metrics, kept));

        var endpoint = new WhatsAppWebhookEndpoint(name, options, processor, logger, metrics);
        endpoint.Reload = new OptionsReload(endpoint, optionsFactory, services.GetServices<IOptionsChangeTokenSource<WhatsAppWebhookOptions>>(), logger);
        endpoint.Reload.CatchUp(options);
        logger.Ready(endpoint.LogName, contract.Name, handlers.Length, secrets.Length, kept is not null ? "in memory" : store?.GetType().Name ?? "off");
        return endpoint;
    }

    private static IDeduplicationStore? CreateStore(IServiceProvider services, string name, WhatsAppDeduplicationOptions options)
    {
        if (!options.Enabled)
        {
            return null;
        }

        return services.GetKeyedService<DeduplicationDescriptor>(name) is { } added
            ? added.Resolve(services)
            : new InMemoryDeduplicationStore(new() { Capacity = options.Capacity, Window = options.Window, TimeProvider = TimeOf(services) });
    }

    private static TimeProvider TimeOf(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;
}
