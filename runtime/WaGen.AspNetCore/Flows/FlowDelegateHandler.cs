namespace WaGen.AspNetCore;

/// <summary>A handler that is one delegate. Notices of failures are logged only.</summary>
internal sealed class FlowDelegateHandler(Func<FlowCall, CancellationToken, ValueTask<FlowReply>> answer) : IFlowHandler
{
    public ValueTask<FlowReply> AnswerAsync(FlowCall request, CancellationToken cancellationToken) => answer(request, cancellationToken);
}
