namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>A step of the application's own.</summary>
internal sealed class RecordingStep(SignupRecord record) : IOnboardingStep
{
    public const string StepName = "share-credit-line";

    public string Name => StepName;

    public ValueTask<OnboardingOutcome> RunAsync(OnboardingContext context, CancellationToken cancellationToken) =>
        new(record.Step?.Invoke(context) ?? OnboardingOutcome.Skipped("Nothing to share."));
}
