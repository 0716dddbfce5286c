namespace WaGen;

/// <summary>Answers what users do in Flows.</summary>
public interface IFlowHandler
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request: a Flow was opened, a screen was sent, or a user went back.</param>
    /// <param name="cancellationToken">Signals that nobody waits for the answer any more: see <see cref="FlowEndpointOptions.AnswerTimeout"/>.</param>
    /// <returns>The answer.</returns>
    ValueTask<FlowReply> AnswerAsync(FlowCall request, CancellationToken cancellationToken);

    /// <summary>Learns that the platform could not use an answer. It is logged in any case.</summary>
    /// <param name="request">The request that tells it.</param>
    /// <param name="notice">What went wrong.</param>
    /// <param name="cancellationToken">Signals that nobody waits any more.</param>
    /// <returns>Ends when the notice is dealt with; then the platform gets its acknowledgement.</returns>
    ValueTask OnFailureNoticeAsync(FlowCall request, FlowFailureNotice notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
