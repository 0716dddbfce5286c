using System.Runtime.ExceptionServices;

namespace WaGen.Testing;

/// <summary>What became of a received body.</summary>
/// <param name="Outcome">How processing ended.</param>
/// <param name="Handled">The events that handlers took, in the order in which they were done.</param>
/// <param name="Unhandled">The events that no handler took, and parts that are no event.</param>
/// <param name="Failures">What handlers threw.</param>
/// <param name="Differences">Where the body differs from its schema, with what differs there.</param>
public sealed record WebhookReception(
    WebhookOutcome Outcome,
    IReadOnlyList<HandledEvent> Handled,
    IReadOnlyList<LeftEvent> Unhandled,
    IReadOnlyList<HandlerFailure> Failures,
    IReadOnlyList<string> Differences)
{
    /// <summary>Gets a value indicating whether nothing failed and an endpoint would answer 200.</summary>
    public bool IsAccepted => Outcome.Result == WebhookResult.Accepted;

    /// <summary>Throws again what the first handler threw that failed, with its stack.</summary>
    /// <returns>This reception when nothing failed.</returns>
    public WebhookReception ThrowIfFailed()
    {
        if (Failures.Count > 0)
        {
            ExceptionDispatchInfo.Throw(Failures[0].Exception);
        }

        return this;
    }
}
