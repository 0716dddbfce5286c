using System.Text;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>Requests as Meta sends them.</summary>
internal static class Requests
{
    public const string SignatureHeader = "X-Hub-Signature-256";

    public static string Signature(byte[] body, string secret = WebhookApp.Secret) =>
        SignatureVerifier.Sign(Encoding.UTF8.GetBytes(secret), body).ToString();

    public static HttpRequestMessage Signed(byte[] body, string secret = WebhookApp.Secret, string path = WebhookApp.Path)
    {
        HttpRequestMessage request = Unsigned(body, path);
        request.Headers.Add(SignatureHeader, Signature(body, secret));
        return request;
    }

    public static HttpRequestMessage Signed(string body) => Signed(Encoding.UTF8.GetBytes(body));

    public static HttpRequestMessage Unsigned(byte[] body, string path = WebhookApp.Path) => new(HttpMethod.Post, path)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
    };

    public static HttpRequestMessage Handshake(string query, string path = WebhookApp.Path) => new(HttpMethod.Get, $"{path}?{query}");
}
