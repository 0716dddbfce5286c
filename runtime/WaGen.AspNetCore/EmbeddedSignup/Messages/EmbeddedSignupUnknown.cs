namespace WaGen;

/// <summary>An event that is not known here.</summary>
public sealed record EmbeddedSignupUnknown : EmbeddedSignupMessage
{
    /// <summary>Gets what the event came with; null when there was nothing.</summary>
    public JsonFragment? Data { get; init; }
}
