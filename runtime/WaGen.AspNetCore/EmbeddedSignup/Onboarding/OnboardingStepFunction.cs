namespace WaGen.AspNetCore;

/// <summary>Does a step.</summary>
internal delegate ValueTask<OnboardingOutcome> OnboardingStepFunction(OnboardingState state, CancellationToken cancellationToken);
