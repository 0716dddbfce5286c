using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WaGen;
using WaGen.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the page of Embedded Signup to routes.</summary>
public static class EmbeddedSignupEndpointRouteBuilderExtensions
{
    /// <summary>Maps a page with the button of Embedded Signup, its script and style, and the POST that onboards the customer.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    /// <param name="pattern">The route of the page, such as <c>/onboarding</c>. Its host must be among the domains that the app's login settings allow.</param>
    /// <returns>A builder whose conventions apply to all of them, such as <c>RequireAuthorization()</c>.</returns>
    /// <exception cref="InvalidOperationException"><c>AddEmbeddedSignup</c> was not called.</exception>
    public static IEndpointConventionBuilder MapEmbeddedSignup(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(WhatsAppOnboarding)) == false)
        {
            throw new InvalidOperationException($"Embedded Signup is not registered. Call services.AddEmbeddedSignup(...) before MapEmbeddedSignup(\"{pattern}\").");
        }

        // Looked up with the first request, because mapping routes happens before the startup check can report mistakes properly.
        var handler = new Lazy<SignupHandler>(() => services.GetRequiredService<SignupHandler>());
        var stopping = new Lazy<CancellationToken>(() => services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        services.GetRequiredService<SignupMapping>().IsMapped = true;
        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        group.MapGet(string.Empty, context => handler.Value.GetPageAsync(context)).WithDisplayName($"Embedded Signup page {pattern}");
        group.MapGet("signup.js", SignupHandler.GetScriptAsync).WithDisplayName($"Embedded Signup script {pattern}");
        group.MapGet("signup.css", SignupHandler.GetStyleAsync).WithDisplayName($"Embedded Signup style {pattern}");
        group.MapPost(string.Empty, context => handler.Value.PostAsync(context, stopping.Value)).WithDisplayName($"Embedded Signup {pattern}");
        return group;
    }
}
