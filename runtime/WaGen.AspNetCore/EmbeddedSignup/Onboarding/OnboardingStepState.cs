namespace WaGen;

/// <summary>How a step of onboarding ended.</summary>
public enum OnboardingStepState
{
    /// <summary>It did not begin, because an earlier step failed.</summary>
    NotRun,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>There was nothing to do.</summary>
    Skipped,

    /// <summary>It failed; the following ones did not begin.</summary>
    Failed,
}
