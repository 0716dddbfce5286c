namespace WaGen.AspNetCore;

/// <summary>Makes the handler when it is called, which is after the signature was checked.</summary>
internal sealed class LateFlowHandler(Func<IServiceProvider, IFlowHandler> handler, IServiceProvider services) : IFlowHandler
{
    public ValueTask<FlowReply> AnswerAsync(FlowCall request, CancellationToken cancellationToken) => handler(services).AnswerAsync(request, cancellationToken);

    public ValueTask OnFailureNoticeAsync(FlowCall request, FlowFailureNotice notice, CancellationToken cancellationToken) =>
        handler(services).OnFailureNoticeAsync(request, notice, cancellationToken);
}
