using System.Security.Claims;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>Writes down what it is told.</summary>
internal sealed class RecordingSignupHandler(SignupRecord record) : IEmbeddedSignupHandler
{
    public ValueTask OnCompletedAsync(OnboardingContext context, OnboardingReport report, CancellationToken cancellationToken)
    {
        record.OnCompleted?.Invoke();
        record.Completed.Enqueue((context, report));
        return default;
    }

    public ValueTask OnFailedAsync(OnboardingReport report, ClaimsPrincipal? user, CancellationToken cancellationToken)
    {
        record.Failed.Enqueue(report);
        return default;
    }

    public ValueTask OnCancelledAsync(EmbeddedSignupMessage? message, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        record.Cancelled.Enqueue(message);
        return default;
    }
}
