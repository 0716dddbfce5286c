namespace WaGen;

/// <summary>What the platform tells a data endpoint about an answer that it could not use.</summary>
/// <param name="Error">The kind of error, such as <c>INVALID_SCREEN</c>.</param>
/// <param name="Message">What went wrong, in words.</param>
public sealed record FlowFailureNotice(string Error, string Message)
{
    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowFailureNotice);

    /// <summary>Finds the notice in a request.</summary>
    /// <returns>The notice, or null for a request of another kind.</returns>
    internal static FlowFailureNotice? Find(FlowCall call)
    {
        RawJson data = call.Data;
        return data["error_message"u8].GetString() is { } message && (data["error_key"u8].GetString() ?? data["error"u8].GetString()) is { } error
            ? new FlowFailureNotice(error, message)
            : null;
    }
}
