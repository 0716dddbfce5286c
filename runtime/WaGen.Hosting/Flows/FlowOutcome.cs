namespace WaGen;

/// <summary>What to answer to a request to the data endpoint of a Flow.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Body">The body of the response: Base64 for <c>text/plain</c> with HTTP 200, JSON for HTTP 427; null for none.</param>
public readonly record struct FlowOutcome(FlowResult Result, string? Body = null)
{
    /// <summary>The HTTP status that the platform expects.</summary>
    public int StatusCode => Result switch
    {
        FlowResult.Answered or FlowResult.Checked or FlowResult.Acknowledged => 200,
        FlowResult.TokenNoLongerValid => 427,
        FlowResult.InvalidSignature => 432,
        FlowResult.NotDecrypted => 421,
        FlowResult.Malformed or FlowResult.Incomplete => 400,
        FlowResult.MediaType => 415,
        FlowResult.TooLarge => 413,
        _ => 500,
    };

    /// <summary>Names the result only.</summary>
    /// <returns>The name of the result.</returns>
    public override string ToString() => Result.ToString();
}
