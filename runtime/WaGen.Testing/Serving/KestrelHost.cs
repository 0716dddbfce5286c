using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WaGen.Testing;

/// <summary>A server on the loopback address.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly GraphServer _server;
    private readonly CancellationTokenSource _stopping = new();

    private KestrelHost(WebApplication application, GraphServer server)
    {
        _application = application;
        _server = server;
    }

    public Uri Address => new(_application.Urls.First());

    public static async Task<KestrelHost> StartAsync(GraphServer server, int port, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        WebApplication application = builder.Build();
        var host = new KestrelHost(application, server);
        application.Run(host.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that are still waiting are cut off: a test that ends must not wait for them.
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        FakeAnswer answer;
        try
        {
            answer = await _server.AnswerAsync(Read(context), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        try
        {
            if (answer.IsDropped)
            {
                context.Abort();
            }
            else
            {
                await WriteAsync(context.Response, answer, stop.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            answer.OnSent?.Invoke();
        }
    }

    private static Exchange Read(HttpContext context) => new()
    {
        Method = context.Request.Method,

        // As it was sent: what is escaped belongs to a segment.
        Path = context.Features.Get<IHttpRequestFeature>()?.RawTarget.Split('?')[0] ?? context.Request.Path.ToString(),
        Query = context.Request.QueryString.ToString(),
        Headers = context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        Body = context.Request.Body,
    };

    private static async Task WriteAsync(HttpResponse response, FakeAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ContentType is not null)
        {
            response.ContentType = answer.ContentType;
        }

        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
        await response.CompleteAsync().ConfigureAwait(false);
    }
}
