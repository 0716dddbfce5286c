using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WaGen.AspNetCore;

/// <summary>Translates between HTTP and one data endpoint of Flows.</summary>
internal sealed class FlowRequestHandler(IServiceProvider services, string name, Func<IServiceProvider, IFlowHandler> handler)
{
    private readonly Lazy<FlowEndpoint> _endpoint = new(() => services.GetRequiredKeyedService<FlowEndpoint>(name));

    public async Task AnswerAsync(HttpContext context)
    {
        FlowOutcome outcome = await ReceiveAsync(context).ConfigureAwait(false);
        HttpResponse response = context.Response;
        response.StatusCode = outcome.StatusCode;
        if (outcome.Body is { } body)
        {
            response.ContentType = outcome.Result == FlowResult.TokenNoLongerValid ? "application/json" : "text/plain; charset=utf-8";
            response.Headers.XContentTypeOptions = "nosniff";
            await response.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async ValueTask<FlowOutcome> ReceiveAsync(HttpContext context)
    {
        FlowEndpoint endpoint = _endpoint.Value;
        if (context.Request.Headers[WebhookRequestHandler.SignatureHeader] is not [{ } header] || !WebhookSignature.TryParse(header, out WebhookSignature signature))
        {
            return endpoint.Refuse(FlowResult.InvalidSignature);
        }

        if (!JsonMediaType.Accepts(context.Request.Headers))
        {
            return endpoint.Refuse(FlowResult.MediaType);
        }

        using var body = new WebhookBody(BodyReader.SizeHint(context.Request));
        return await BodyReader.ReadAsync(context, body, endpoint.MaxBodyBytes).ConfigureAwait(false) switch
        {
            BodyReadResult.TooLarge => endpoint.Refuse(FlowResult.TooLarge),
            BodyReadResult.TooSlow or BodyReadResult.Incomplete => endpoint.Refuse(FlowResult.Incomplete),
            _ => await endpoint.AnswerAsync(body, signature, new LateFlowHandler(handler, context.RequestServices), context.RequestServices, context.RequestAborted).ConfigureAwait(false),
        };
    }
}
