using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WaGen;
using WaGen.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients of the API to the services of an application.</summary>
public static class WhatsAppClientServiceCollectionExtensions
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Adds the default client; its options come from a section of the configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section that holds <c>AccessToken</c> and what else <see cref="WhatsAppClientOptions"/> lists.</param>
    /// <returns>A builder that completes the client.</returns>
    public static WhatsAppClientBuilder AddWhatsAppClient(this IServiceCollection services, IConfiguration configuration) =>
        services.AddWhatsAppClient(Options.Options.DefaultName, configuration);

    /// <summary>Adds a named client; its options come from a section of the configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the client and of its options.</param>
    /// <param name="configuration">The section that holds <c>AccessToken</c> and what else <see cref="WhatsAppClientOptions"/> lists.</param>
    /// <returns>A builder that completes the client.</returns>
    public static WhatsAppClientBuilder AddWhatsAppClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        WhatsAppClientBuilder builder = services.AddWhatsAppClient(name);
        services.AddOptions<WhatsAppClientOptions>(name).Bind(configuration);
        return builder;
    }

    /// <summary>Adds the default client; its options are set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that completes the client.</returns>
    public static WhatsAppClientBuilder AddWhatsAppClient(this IServiceCollection services, Action<WhatsAppClientOptions> configure) =>
        services.AddWhatsAppClient(Options.Options.DefaultName, configure);

    /// <summary>Adds a named client; its options are set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the client and of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that completes the client.</returns>
    public static WhatsAppClientBuilder AddWhatsAppClient(this IServiceCollection services, string name, Action<WhatsAppClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        WhatsAppClientBuilder builder = services.AddWhatsAppClient(name);
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>Adds a client whose options are configured elsewhere, or returns to one that was added before.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the client and of its options; empty for the default one.</param>
    /// <returns>A builder that completes the client.</returns>
    /// <remarks>
    /// The <see cref="WhatsAppClient"/> is a keyed service under <paramref name="name"/>; the default one is a plain service as well. A <see cref="TimeProvider"/> in
    /// the services rules all waiting.
    /// </remarks>
    public static WhatsAppClientBuilder AddWhatsAppClient(this IServiceCollection services, string name = "")
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);

        var client = new ClientName(name);
        var builder = new WhatsAppClientBuilder(services, name, services.AddHttpClient(client.HttpClient));
        if (services.Any(service => client.Equals(service.IsKeyedService ? null : service.ImplementationInstance)))
        {
            return builder;
        }

        services.AddSingleton(client);
        services.AddOptions<WhatsAppClientOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsAppClientOptions>, ClientOptionsCheck>());
        services.TryAddSingleton<ClientMetrics>();
        services.TryAddSingleton<ClientDirectory>();
        services.AddKeyedSingleton(name, static (provider, key) => CreateState(provider, (string)key!));
        services.AddKeyedSingleton(name, static (provider, key) => new WhatsAppClient((string)key!, provider.GetRequiredKeyedService<ClientState>(key)));
        if (name.Length == 0)
        {
            services.AddSingleton(static provider => provider.GetRequiredKeyedService<WhatsAppClient>(string.Empty));
        }

        // The factory's own logging names addresses, which hold ids of accounts; the client's own says what is fit for a log.
        builder.Http.RemoveAllLoggers()
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                EnableMultipleHttp2Connections = true,
                PooledConnectionLifetime = ConnectionLifetime,
            });
        return builder;
    }

    private static ClientState CreateState(IServiceProvider services, string name)
    {
        IHttpClientFactory http = services.GetRequiredService<IHttpClientFactory>();
        string httpName = new ClientName(name).HttpClient;
        IAccessTokenProvider? tokens = services.GetKeyedService<IAccessTokenProvider>(name);
        ClientMetrics metrics = services.GetRequiredService<ClientMetrics>();
        TimeProvider time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        ITokenStore? store = services.GetKeyedService<ITokenStore>(name);
        var quotas = new QuotaBook(store, time);
        ILogger logger = services.GetService<ILoggerFactory>()?.CreateLogger<WhatsAppClient>() ?? NullLogger<WhatsAppClient>.Instance;
        return new ClientState(
            name,
            services.GetRequiredService<IOptionsFactory<WhatsAppClientOptions>>(),
            services.GetServices<IOptionsChangeTokenSource<WhatsAppClientOptions>>(),
            options => new ApiRun(
                options,
                new ApiTransport(
                    () => http.CreateClient(httpName),
                    options,
                    new TokenSource(tokens, store, new OptionsTokens(options), time),
                    new RetryPlan(options.Backoff, Random.Shared.NextDouble),
                    time),
                quotas,
                metrics,
                logger,
                time),
            logger);
    }
}
