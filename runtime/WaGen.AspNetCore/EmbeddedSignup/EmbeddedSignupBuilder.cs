using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WaGen;

/// <summary>Completes what <c>AddEmbeddedSignup</c> set up.</summary>
public sealed class EmbeddedSignupBuilder
{
    internal EmbeddedSignupBuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a handler that is told how customers were onboarded. Several are told in the order in which they were added.</summary>
    /// <typeparam name="T">The class. It is scoped: each customer gets one of its own.</typeparam>
    /// <returns>This builder.</returns>
    public EmbeddedSignupBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IEmbeddedSignupHandler
    {
        Services.TryAddEnumerable(ServiceDescriptor.Scoped<IEmbeddedSignupHandler, T>());
        return this;
    }

    /// <summary>Adds a step of the application's own. Several run in the order in which they were added.</summary>
    /// <typeparam name="T">The class. It is scoped: each customer gets one of its own.</typeparam>
    /// <returns>This builder.</returns>
    public EmbeddedSignupBuilder AddStep<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IOnboardingStep
    {
        Services.TryAddEnumerable(ServiceDescriptor.Scoped<IOnboardingStep, T>());
        return this;
    }
}
