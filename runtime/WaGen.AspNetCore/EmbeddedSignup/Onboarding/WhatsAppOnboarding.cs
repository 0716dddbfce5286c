using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using WaGen.AspNetCore;

namespace WaGen;

/// <summary>Onboards customers: gets the token, has it inspected, keeps it, subscribes the app, registers the number. Made by <c>AddEmbeddedSignup</c>.</summary>
/// <remarks>
/// A step that fails ends the run, with what was reached kept: <see cref="ResumeAsync"/> goes on where it stopped. The methods throw for mistakes of the
/// caller only; what goes wrong on the way is in the report.
/// </remarks>
public sealed class WhatsAppOnboarding
{
    private readonly OnboardingEngine _engine;

    internal WhatsAppOnboarding(IServiceProvider services) => _engine = services.GetRequiredService<OnboardingEngine>();

    /// <summary>Onboards a customer who completed Embedded Signup.</summary>
    /// <param name="code">The code that the browser got. It lives for 30 seconds and works once.</param>
    /// <param name="session">What the browser told; null when it told nothing: then the account is the newest one that the token reaches.</param>
    /// <param name="user">Who is signed in at the application; null when nobody is.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <returns>What was done, and what failed.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty.</exception>
    public Task<OnboardingReport> OnboardAsync(string code, EmbeddedSignupFinished? session = null, ClaimsPrincipal? user = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        var state = new OnboardingState(new OnboardingReport { Kind = session?.Kind ?? EmbeddedSignupFinish.Unknown }) { Code = code, Session = session, User = user };
        return _engine.RunAsync(state, cancellationToken);
    }

    /// <summary>Onboards a customer without a code: after hosted Embedded Signup, where the webhook <c>account_update</c> tells of a new customer.</summary>
    /// <param name="wabaId">The id of the account, from the webhook (<c>waba_info.waba_id</c>).</param>
    /// <param name="businessId">The id of the customer's portfolio, from the webhook (<c>waba_info.owner_business_id</c>).</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <returns>What was done, and what failed.</returns>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public Task<OnboardingReport> OnboardHostedAsync(string wabaId, string businessId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(wabaId);
        ArgumentException.ThrowIfNullOrEmpty(businessId);
        return _engine.RunAsync(new OnboardingState(new OnboardingReport { IsHosted = true, WabaId = wabaId, BusinessId = businessId }), cancellationToken);
    }

    /// <summary>Goes on with a customer where a step failed. Steps that were done are not repeated.</summary>
    /// <param name="report">What a former run returned.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <returns>What is done now, and what failed.</returns>
    /// <exception cref="InvalidOperationException">No token of this customer is kept, and none can be fetched: the customer has to sign up again, because a code works once.</exception>
    public Task<OnboardingReport> ResumeAsync(OnboardingReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _engine.ResumeAsync(report, cancellationToken);
    }
}
