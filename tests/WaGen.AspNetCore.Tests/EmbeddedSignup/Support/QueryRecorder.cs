using System.Collections.Concurrent;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>Keeps the queries of requests, secrets included, which the fake Graph API does not keep.</summary>
internal sealed class QueryRecorder(ConcurrentQueue<string> queries) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        queries.Enqueue(request.RequestUri!.Query);
        return base.SendAsync(request, cancellationToken);
    }
}
