using System.Collections.Concurrent;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>What the application was told.</summary>
internal sealed class SignupRecord
{
    public ConcurrentQueue<(OnboardingContext Context, OnboardingReport Report)> Completed { get; } = new();

    public ConcurrentQueue<OnboardingReport> Failed { get; } = new();

    public ConcurrentQueue<EmbeddedSignupMessage?> Cancelled { get; } = new();

    /// <summary>What the application's own step does; null when there is nothing to do.</summary>
    public Func<OnboardingContext, OnboardingOutcome>? Step { get; set; }

    /// <summary>What the handler does when a customer was onboarded.</summary>
    public Action? OnCompleted { get; set; }
}
