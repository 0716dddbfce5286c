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
        TokenProviderDescriptor? former = Former<TokenProviderDescriptor>(descriptor => descriptor.Client == Name);
        if (former is not null)
        {
            return former.Type == typeof(T) ? this : throw new InvalidOperationException($"{former.Type} is the token provider of this client already; there can be one only.");
        }

        Services.TryAddSingleton<T>();
        Services.AddKeyedSingleton<IAccessTokenProvider>(Name, static (provider, _) => provider.GetRequiredService<T>());
        Services.AddSingleton(new TokenProviderDescriptor(Name, typeof(T)));
        return this;
    }

    /// <summary>Keeps the tokens of customers in memory, as long as the process lives.</summary>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The client has another token store.</exception>
    public WhatsAppClientBuilder KeepTokensInMemory() => AddStore(typeof(InMemoryTokenStore), static _ => new InMemoryTokenStore());

    /// <summary>Adds the store that keeps the tokens of customers, a singleton. The client takes the token of a call's account from it.</summary>
    /// <typeparam name="T">The class. One that is registered in the services already is taken as registered there.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The client has another token store.</exception>
    /// <remarks>The store is a keyed service under the name of the client, and that of the default client a plain service as well.</remarks>
    public WhatsAppClientBuilder UseTokenStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, ITokenStore
    {
        Services.TryAddSingleton<T>();
        return AddStore(typeof(T), static provider => provider.GetRequiredService<T>());
    }

    /// <summary>Adds the store that keeps the tokens of customers, made by a function.</summary>
    /// <param name="create">Makes the store, once.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The client has a token store.</exception>
    public WhatsAppClientBuilder UseTokenStore(Func<IServiceProvider, ITokenStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return AddStore(type: null, create);
    }

    private WhatsAppClientBuilder AddStore(Type? type, Func<IServiceProvider, ITokenStore> create)
    {
        if (Former<TokenStoreDescriptor>(descriptor => descriptor.Client == Name) is { } former)
        {
            return type is not null && former.Type == type ? this : throw new InvalidOperationException("This client has a token store already; there can be one only.");
        }

        Services.AddKeyedSingleton(Name, (provider, _) => create(provider));
        if (Name.Length == 0)
        {
            Services.AddSingleton(static provider => provider.GetRequiredKeyedService<ITokenStore>(string.Empty));
        }

        Services.AddSingleton(new TokenStoreDescriptor(Name, type));
        return this;
    }

    private T? Former<T>(Func<T, bool> belongs)
        where T : class => Services
            .Where(static service => !service.IsKeyedService)
            .Select(static service => service.ImplementationInstance)
            .OfType<T>()
            .FirstOrDefault(belongs);
}
