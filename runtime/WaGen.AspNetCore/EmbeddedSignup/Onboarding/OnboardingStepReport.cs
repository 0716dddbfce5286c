namespace WaGen;

/// <summary>How one step of onboarding ended.</summary>
/// <param name="Step">The step: one of <see cref="OnboardingSteps"/>, or the name of an <see cref="IOnboardingStep"/>.</param>
/// <param name="State">How it ended.</param>
/// <param name="Reason">Why it was skipped, or why it failed, in a sentence without secrets; null when there is nothing to say.</param>
public sealed record OnboardingStepReport(string Step, OnboardingStepState State, string? Reason = null);
