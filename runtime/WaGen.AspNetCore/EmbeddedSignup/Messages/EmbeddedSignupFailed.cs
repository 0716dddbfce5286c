namespace WaGen;

/// <summary>The flow itself failed.</summary>
public sealed record EmbeddedSignupFailed : EmbeddedSignupMessage
{
    /// <summary>Gets what went wrong, as far as it was told.</summary>
    public required EmbeddedSignupError Error { get; init; }
}
