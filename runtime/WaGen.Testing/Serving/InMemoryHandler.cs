using System.Net;

namespace WaGen.Testing;

/// <summary>Answers requests of an HttpClient without a socket.</summary>
internal sealed class InMemoryHandler(GraphServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        FakeAnswer answer;
        using (Stream body = request.Content is null ? Stream.Null : await request.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false))
        {
            answer = await server.AnswerAsync(Read(request, body), cancellationToken).ConfigureAwait(false);
        }

        answer.OnSent?.Invoke();
        return answer.IsDropped
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed before the answer.")
            : Write(request, answer);
    }

    private static Exchange Read(HttpRequestMessage request, Stream body)
    {
        Uri address = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IEnumerable<string> values) in request.Content is null ? request.Headers : request.Headers.Concat(request.Content.Headers))
        {
            headers[name] = string.Join(", ", values);
        }

        return new Exchange { Method = request.Method.Method, Path = address.AbsolutePath, Query = address.Query, Headers = headers, Body = body };
    }

    private static HttpResponseMessage Write(HttpRequestMessage request, FakeAnswer answer)
    {
        var content = new ReadOnlyMemoryContent(answer.Body);
        if (answer.ContentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = content, RequestMessage = request, Version = request.Version };
        foreach ((string name, string value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
