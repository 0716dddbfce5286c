using System.Security.Claims;

namespace WaGen;

/// <summary>Is told how customers were onboarded.</summary>
public interface IEmbeddedSignupHandler
{
    /// <summary>Is called when all other steps are done. It is the last step itself: when it throws, onboarding can be resumed with it.</summary>
    /// <param name="context">The customer.</param>
    /// <param name="report">What was done.</param>
    /// <param name="cancellationToken">Is cancelled when the application stops.</param>
    /// <returns>A task that is done when the customer was taken over.</returns>
    ValueTask OnCompletedAsync(OnboardingContext context, OnboardingReport report, CancellationToken cancellationToken);

    /// <summary>Is called when a step failed. Keep the report for <see cref="WhatsAppOnboarding.ResumeAsync"/>.</summary>
    /// <param name="report">What was done, and what failed.</param>
    /// <param name="user">Who was signed in at the application; null when there was no browser.</param>
    /// <param name="cancellationToken">Is cancelled when the application stops.</param>
    /// <returns>A task that is done when the failure was noted.</returns>
    ValueTask OnFailedAsync(OnboardingReport report, ClaimsPrincipal? user, CancellationToken cancellationToken) => default;

    /// <summary>Is called when the customer left the flow, reported an error in it, or the flow itself failed.</summary>
    /// <param name="message">What the browser told; null when it only told that no code came.</param>
    /// <param name="user">Who was signed in at the application.</param>
    /// <param name="cancellationToken">Is cancelled when the application stops.</param>
    /// <returns>A task that is done when it was noted.</returns>
    ValueTask OnCancelledAsync(EmbeddedSignupMessage? message, ClaimsPrincipal user, CancellationToken cancellationToken) => default;
}
