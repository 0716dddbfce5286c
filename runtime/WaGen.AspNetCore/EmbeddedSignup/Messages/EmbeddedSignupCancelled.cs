namespace WaGen;

/// <summary>The customer left the flow, or reported an error.</summary>
public sealed record EmbeddedSignupCancelled : EmbeddedSignupMessage
{
    /// <summary>Gets the screen that the customer left, such as <c>PHONE_NUMBER_SETUP</c>; null when an error was reported.</summary>
    public string? CurrentStep { get; init; }

    /// <summary>Gets the error that the customer reported; null when the customer just left.</summary>
    public EmbeddedSignupError? Error { get; init; }
}
