using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WaGen;
using WaGen.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds data endpoints of Flows to the services of an application.</summary>
public static class FlowEndpointServiceCollectionExtensions
{
    /// <summary>Adds the default endpoint; its options come from a section of the configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section that holds <c>AppSecret</c>, <c>PrivateKey</c> and what else <see cref="FlowEndpointOptions"/> lists.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFlowEndpoint(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFlowEndpoint(Options.Options.DefaultName, configuration);

    /// <summary>Adds a named endpoint; its options come from a section of the configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the endpoint and of its options.</param>
    /// <param name="configuration">The section that holds <c>AppSecret</c>, <c>PrivateKey</c> and what else <see cref="FlowEndpointOptions"/> lists.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFlowEndpoint(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Add(services, name).Bind(configuration);
        return services;
    }

    /// <summary>Adds the default endpoint; its options are set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFlowEndpoint(this IServiceCollection services, Action<FlowEndpointOptions> configure) =>
        services.AddFlowEndpoint(Options.Options.DefaultName, configure);

    /// <summary>Adds a named endpoint; its options are set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the endpoint and of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFlowEndpoint(this IServiceCollection services, string name, Action<FlowEndpointOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, name).Configure(configure);
        return services;
    }

    private static OptionsBuilder<FlowEndpointOptions> Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        if (!services.Any(service => service.IsKeyedService && service.ServiceType == typeof(FlowEndpoint) && name.Equals(service.ServiceKey)))
        {
            services.AddKeyedSingleton(name, static (provider, key) => Create(provider, (string)key!));
        }

        services.TryAddSingleton<FlowMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FlowEndpointOptions>, FlowOptionsCheck>());
        return services.AddOptions<FlowEndpointOptions>(name).ValidateOnStart();
    }

    private static FlowEndpoint Create(IServiceProvider services, string name) => new(
        name,
        services.GetRequiredService<IOptionsMonitor<FlowEndpointOptions>>().Get(name),
        services.GetService<TimeProvider>() ?? TimeProvider.System,
        (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<FlowEndpoint>(),
        services.GetRequiredService<FlowMetrics>());
}
