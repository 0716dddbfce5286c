using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace WaGen.AspNetCore;

/// <summary>Translates between HTTP and one endpoint. The order of the checks is part of the contract: the cheap ones that need no body come first.</summary>
internal sealed class WebhookRequestHandler(IServiceProvider services, string name)
{
    /// <summary>The header that carries the signature of a body.</summary>
    public const string SignatureHeader = "X-Hub-Signature-256";

    // The endpoint is looked up with the first request, because mapping routes happens before the startup check can report mistakes properly.
    private readonly Lazy<WhatsAppWebhookEndpoint> _endpoint = new(() => services.GetRequiredKeyedService<WhatsAppWebhookEndpoint>(name));
    private readonly Lazy<CancellationToken> _stopping = new(() => services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

    public Task AnswerHandshakeAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        if (!_endpoint.Value.IsHandshake(Single(query["hub.mode"]), Single(query["hub.verify_token"]), Single(query["hub.challenge"])))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        // The challenge comes from the caller; a browser must never take it for anything but text.
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(query["hub.challenge"].ToString(), context.RequestAborted);
    }

    public async Task ReceiveAsync(HttpContext context)
    {
        WhatsAppWebhookEndpoint endpoint = _endpoint.Value;
        if (!WebhookSignature.TryParse(Single(context.Request.Headers[SignatureHeader]), out WebhookSignature signature))
        {
            Reject(context, WebhookRejection.SignatureHeader, StatusCodes.Status401Unauthorized);
            return;
        }

        if (!JsonMediaType.Accepts(context.Request.Headers))
        {
            Reject(context, WebhookRejection.MediaType, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        using var body = new WebhookBody(BodyReader.SizeHint(context.Request));
        switch (await BodyReader.ReadAsync(context, body, endpoint.MaxBodyBytes).ConfigureAwait(false))
        {
            case BodyReadResult.TooLarge:
                Reject(context, WebhookRejection.TooLarge, StatusCodes.Status413PayloadTooLarge);
                return;
            case BodyReadResult.TooSlow:
                Reject(context, WebhookRejection.Incomplete, StatusCodes.Status408RequestTimeout);
                return;
            case BodyReadResult.Incomplete:
                Reject(context, WebhookRejection.Incomplete, StatusCodes.Status400BadRequest);
                return;
        }

        // The token is the host's, not the request's: what Meta has delivered is handled even when Meta no longer listens.
        WebhookOutcome outcome = await endpoint.ProcessAsync(body, signature, _stopping.Value).ConfigureAwait(false);
        context.Response.StatusCode = StatusOf(outcome.Result);
    }

    private static int StatusOf(WebhookResult result) => result switch
    {
        WebhookResult.Accepted => StatusCodes.Status200OK,
        WebhookResult.InvalidSignature => StatusCodes.Status401Unauthorized,
        WebhookResult.TooLarge => StatusCodes.Status413PayloadTooLarge,
        WebhookResult.NotJson => StatusCodes.Status400BadRequest,
        WebhookResult.Deferred => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The value of a header or query parameter that occurs exactly once, otherwise null.</summary>
    private static string? Single(StringValues values) => values.Count == 1 ? values[0] : null;

    private void Reject(HttpContext context, WebhookRejection reason, int status)
    {
        _endpoint.Value.Reject(reason);
        context.Response.StatusCode = status;
    }
}
