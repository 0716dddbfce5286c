using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaGen;
using WaGen.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps data endpoints of Flows to routes.</summary>
public static class FlowEndpointRouteBuilderExtensions
{
    /// <summary>Maps a data endpoint of Flows to a route.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The route; together with the host it is the <c>endpoint_uri</c> of the Flow.</param>
    /// <param name="handler">Answers what users do. Checks and notices of failures are answered already; the latter are logged.</param>
    /// <param name="name">The name that was given to <c>AddFlowEndpoint</c>; empty for the default endpoint.</param>
    /// <returns>A builder for conventions.</returns>
    /// <exception cref="InvalidOperationException">The services of the endpoint are not registered.</exception>
    public static IEndpointConventionBuilder MapFlowEndpoint(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<FlowCall, CancellationToken, ValueTask<FlowReply>> handler,
        string name = "")
    {
        ArgumentNullException.ThrowIfNull(handler);
        var adapter = new FlowDelegateHandler(handler);
        return Map(endpoints, pattern, name, _ => adapter);
    }

    /// <summary>Maps a data endpoint of Flows to a route.</summary>
    /// <typeparam name="THandler">Answers what users do, and learns of failures. Add it to the services; it is taken from those of each request.</typeparam>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The route; together with the host it is the <c>endpoint_uri</c> of the Flow.</param>
    /// <param name="name">The name that was given to <c>AddFlowEndpoint</c>; empty for the default endpoint.</param>
    /// <returns>A builder for conventions.</returns>
    /// <exception cref="InvalidOperationException">The services of the endpoint, or the handler, are not registered.</exception>
    public static IEndpointConventionBuilder MapFlowEndpoint<THandler>(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string name = "")
        where THandler : class, IFlowHandler
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(THandler)) == false)
        {
            throw new InvalidOperationException($"The handler {typeof(THandler)} is not registered. Add it to the services before MapFlowEndpoint(\"{pattern}\").");
        }

        return Map(endpoints, pattern, name, static services => services.GetRequiredService<THandler>());
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, string name, Func<IServiceProvider, IFlowHandler> handler)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(name);
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(FlowEndpoint), name) == false)
        {
            string call = name.Length == 0 ? "services.AddFlowEndpoint(...)" : $"services.AddFlowEndpoint(\"{name}\", ...)";
            throw new InvalidOperationException($"The services of this Flow endpoint are not registered. Call {call} before MapFlowEndpoint(\"{pattern}\").");
        }

        return endpoints.MapPost(pattern, new FlowRequestHandler(services, name, handler).AnswerAsync).WithDisplayName($"Flow endpoint {pattern}");
    }
}
