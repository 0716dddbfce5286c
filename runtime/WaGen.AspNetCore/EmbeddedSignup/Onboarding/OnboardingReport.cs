namespace WaGen;

/// <summary>What happened when a customer was onboarded. It holds ids, but no secret, and can be kept as JSON to go on later.</summary>
public sealed record OnboardingReport
{
    /// <summary>Gets how the customer completed the flow; unknown when nobody told it.</summary>
    public EmbeddedSignupFinish Kind { get; init; }

    /// <summary>Gets a value indicating whether the token was fetched with the partner's own token, because no code came.</summary>
    public bool IsHosted { get; init; }

    /// <summary>Gets the id of the account. It was checked as soon as <see cref="OnboardingSteps.InspectToken"/> is done; null when it is not known.</summary>
    public string? WabaId { get; init; }

    /// <summary>Gets the ids of further accounts that were shared in the same flow, which are checked as well.</summary>
    public IReadOnlyList<string> FurtherWabaIds { get; init; } = [];

    /// <summary>Gets the id of the customer's portfolio. Null when it is not known, or when nobody but the browser claimed it.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Gets the id of the phone number; null when there is none.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>Gets the id under which the token store keeps the token: that of the account, or an invented one while the token was not inspected. Null when no token was kept.</summary>
    public string? TokenKey { get; init; }

    /// <summary>Gets how the steps ended, in their order.</summary>
    public IReadOnlyList<OnboardingStepReport> Steps { get; init; } = [];

    /// <summary>Gets a value indicating whether every step was done or had nothing to do.</summary>
    public bool IsComplete => Steps.Count > 0 && Steps.All(static step => step.State is OnboardingStepState.Done or OnboardingStepState.Skipped);

    /// <summary>Gets the step that failed; null when none did.</summary>
    public OnboardingStepReport? Failure => Steps.FirstOrDefault(static step => step.State == OnboardingStepState.Failed);

    /// <summary>Returns how far it came, without ids.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => IsComplete ? "complete" : Failure is { } failure ? "failed at " + failure.Step : "not complete";
}
