namespace WaGen;

/// <summary>A step of the application's own, such as sharing a credit line. It runs when the account's numbers are known, and before the number is registered.</summary>
public interface IOnboardingStep
{
    /// <summary>Gets the name in reports, such as <c>share-credit-line</c>.</summary>
    string Name { get; }

    /// <summary>Does it. It may run again for the same customer when a later step or it itself failed before, so it should look what is there already.</summary>
    /// <param name="context">The customer.</param>
    /// <param name="cancellationToken">Is cancelled when the application stops.</param>
    /// <returns>How it ended. An exception counts as failed; what it says goes to the log only.</returns>
    ValueTask<OnboardingOutcome> RunAsync(OnboardingContext context, CancellationToken cancellationToken);
}
