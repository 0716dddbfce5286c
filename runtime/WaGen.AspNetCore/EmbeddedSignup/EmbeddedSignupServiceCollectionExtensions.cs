using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaGen;
using WaGen.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the onboarding of customers to the services of an application.</summary>
public static class EmbeddedSignupServiceCollectionExtensions
{
    /// <summary>Adds Embedded Signup. The default client must be there, with <c>AppId</c>, <c>AppSecret</c> and a token store.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers and steps.</returns>
    /// <remarks>It registers <see cref="WhatsAppOnboarding"/>. Map the page with <c>MapEmbeddedSignup</c>. Mistakes in the options stop the host when it starts.</remarks>
    public static EmbeddedSignupBuilder AddEmbeddedSignup(this IServiceCollection services, Action<EmbeddedSignupOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddDataProtection();
        services.AddOptions<EmbeddedSignupOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmbeddedSignupOptions>, EmbeddedSignupOptionsCheck>());
        services.TryAddSingleton<SignupMapping>();
        services.TryAddSingleton(static provider => new WhatsAppOnboarding(provider));
        services.TryAddSingleton(CreateEngine);
        services.TryAddSingleton(static provider => new SignupState(
            provider.GetRequiredService<IDataProtectionProvider>(), TimeOf(provider), OptionsOf(provider).StateLifetime));
        services.TryAddSingleton(static provider => new SignupRate(OptionsOf(provider).RequestsPerMinute, TimeOf(provider)));
        services.TryAddSingleton(static provider => new SignupHandler(
            OptionsOf(provider),
            provider.GetRequiredService<IOptionsMonitor<WhatsAppClientOptions>>(),
            provider.GetRequiredService<WhatsAppOnboarding>(),
            provider.GetRequiredService<SignupState>(),
            provider.GetRequiredService<SignupRate>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<ILogger<WhatsAppOnboarding>>()));
        return new EmbeddedSignupBuilder(services);
    }

    private static OnboardingEngine CreateEngine(IServiceProvider provider)
    {
        WhatsAppClient client = provider.GetRequiredService<WhatsAppClient>();
        IOptionsMonitor<WhatsAppClientOptions> options = provider.GetRequiredService<IOptionsMonitor<WhatsAppClientOptions>>();
        return new OnboardingEngine(
            provider.GetRequiredService<IServiceScopeFactory>(),
            () => new OnboardingCalls(client, options.CurrentValue),
            provider.GetRequiredService<ITokenStore>(),
            OptionsOf(provider),
            provider.GetRequiredService<ILogger<WhatsAppOnboarding>>());
    }

    private static EmbeddedSignupOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<EmbeddedSignupOptions>>().Value;

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
