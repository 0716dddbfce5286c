using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaGen.Client;

namespace WaGen;

/// <summary>Completes the client that <c>AddWhatsAppClient</c> set up.</summary>
public sealed class WhatsAppClientBuilder
{
    internal WhatsAppClientBuilder(IServiceCollection services, string name, IHttpClientBuilder http)
    {
        Services = services;
        Name = name;
        Http = http;
    }

    /// <summary>Gets the services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Gets the name of the client and of its options; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Gets the builder of the <see cref="HttpClient"/> that requests go through, for a proxy or a fake server in memory.</summary>
    /// <remarks>Add no handler that repeats requests by itself: it cannot know which of them may be repeated, and the client repeats those that may.</remarks>
    public IHttpClientBuilder Http { get; }

    /// <summary>Adds the provider that gives access tokens, a singleton, instead of those in the options.</summary>
    /// <typeparam name="T">The class. One that is registered in the services already is taken as registered there.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The client has another token provider.</exception>
    public WhatsAppClientBuilder AddTokenProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IAccessTokenProvider
    {
        TokenProviderDescriptor? former = Services
            .Where(static service => !service.IsKeyedService)
            .Select(static service => service.ImplementationInstance)
            .OfType<TokenProviderDescriptor>()
            .FirstOrDefault(descriptor => descriptor.Client == Name);
        if (former is not null)
        {
            return former.Type == typeof(T) ? this : throw new InvalidOperationException($"{former.Type} is the token provider of this client already; there can be one only.");
        }

        Services.TryAddSingleton<T>();
        Services.AddKeyedSingleton<IAccessTokenProvider>(Name, static (provider, _) => provider.GetRequiredService<T>());
        Services.AddSingleton(new TokenProviderDescriptor(Name, typeof(T)));
        return this;
    }
}
