using System.Net.Http.Headers;
using System.Text;

namespace WaGen.Testing;

/// <summary>Makes requests as the platform sends them to a webhook endpoint.</summary>
/// <example>
/// <code>
/// using HttpRequestMessage request = WebhookRequests.Create(new Uri("/webhooks", UriKind.Relative), WebhookBodies.Text("16505550101", "Hi"), secret);
/// using HttpResponseMessage answer = await client.SendAsync(request);
/// </code>
/// </example>
public static class WebhookRequests
{
    /// <summary>The header that carries the signature.</summary>
    public const string SignatureHeader = "X-Hub-Signature-256";

    /// <summary>Signs a body.</summary>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <param name="appSecret">The secret of the app.</param>
    /// <returns>The value of <see cref="SignatureHeader"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="appSecret"/> is empty.</exception>
    public static string Sign(ReadOnlySpan<byte> body, string appSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(appSecret);
        return SignatureVerifier.Sign(Encoding.UTF8.GetBytes(appSecret), body).ToString();
    }

    /// <summary>Makes a signed POST of one event.</summary>
    /// <param name="address">Where it goes; relative to the address of the client or absolute.</param>
    /// <param name="webhook">The event.</param>
    /// <param name="appSecret">The secret of the app.</param>
    /// <returns>The request; the caller disposes it.</returns>
    public static HttpRequestMessage Create(Uri address, FakeEvent webhook, string appSecret)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return Create(address, webhook.ToUtf8Json(), appSecret);
    }

    /// <summary>Makes a signed POST of a body.</summary>
    /// <param name="address">Where it goes; relative to the address of the client or absolute.</param>
    /// <param name="body">The body; anything, also what is no JSON.</param>
    /// <param name="appSecret">The secret of the app.</param>
    /// <returns>The request; the caller disposes it.</returns>
    public static HttpRequestMessage Create(Uri address, ReadOnlyMemory<byte> body, string appSecret)
    {
        ArgumentNullException.ThrowIfNull(address);
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(SignatureHeader, Sign(body.Span, appSecret));
        return request;
    }

    /// <summary>Makes the GET by which the platform checks that an endpoint belongs to the owner of the app.</summary>
    /// <param name="address">The endpoint; relative to the address of the client or absolute, without a query.</param>
    /// <param name="verifyToken">The token that the owner chose.</param>
    /// <param name="challenge">What the endpoint must answer.</param>
    /// <returns>The request; the caller disposes it.</returns>
    public static HttpRequestMessage CreateHandshake(Uri address, string verifyToken, string challenge = "1158201444")
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(verifyToken);
        ArgumentNullException.ThrowIfNull(challenge);
        string query = $"hub.mode=subscribe&hub.challenge={Uri.EscapeDataString(challenge)}&hub.verify_token={Uri.EscapeDataString(verifyToken)}";
        return new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.OriginalString}?{query}", UriKind.RelativeOrAbsolute));
    }
}
