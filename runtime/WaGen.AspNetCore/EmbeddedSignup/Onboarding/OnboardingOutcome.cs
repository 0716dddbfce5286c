namespace WaGen;

/// <summary>How a step of the application's own ended.</summary>
public readonly record struct OnboardingOutcome
{
    private OnboardingOutcome(OnboardingStepState state, string? reason)
    {
        State = state;
        Reason = reason;
    }

    /// <summary>Gets the outcome of a step that was done.</summary>
    public static OnboardingOutcome Done { get; } = new(OnboardingStepState.Done, reason: null);

    /// <summary>Gets the state.</summary>
    public OnboardingStepState State { get; }

    /// <summary>Gets the reason; null when there is nothing to say.</summary>
    public string? Reason { get; }

    /// <summary>There was nothing to do.</summary>
    /// <param name="reason">Why, in a sentence that the customer may read.</param>
    /// <returns>The outcome.</returns>
    public static OnboardingOutcome Skipped(string reason) => new(OnboardingStepState.Skipped, reason);

    /// <summary>The step failed; the following ones do not begin.</summary>
    /// <param name="reason">Why, in a sentence that the customer may read.</param>
    /// <returns>The outcome.</returns>
    public static OnboardingOutcome Failed(string reason) => new(OnboardingStepState.Failed, reason);

    internal static OnboardingOutcome DoneWith(string? reason) => new(OnboardingStepState.Done, reason);
}
