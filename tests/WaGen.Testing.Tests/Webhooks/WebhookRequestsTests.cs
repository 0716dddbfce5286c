using System.Text;

namespace WaGen.Testing.Tests.Webhooks;

public sealed class WebhookRequestsTests
{
    private const string Secret = "test_app_secret";

    [Fact]
    public void The_signature_is_that_of_the_documentation() =>
        Assert.Equal(
            "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
            WebhookRequests.Sign("""{"object":"whatsapp_business_account","entry":[]}"""u8, Secret));

    [Fact]
    public async Task A_request_carries_body_type_and_signature()
    {
        FakeMessage message = WebhookBodies.Text("16505550101", "Hi");
        using HttpRequestMessage request = WebhookRequests.Create(new Uri("/hook", UriKind.Relative), message, Secret);

        byte[] body = await request.Content!.ReadAsByteArrayAsync();

        Assert.Equal(message.ToUtf8Json(), body);
        Assert.Equal("application/json", request.Content.Headers.ContentType!.ToString());
        Assert.Equal(WebhookRequests.Sign(body, Secret), Assert.Single(request.Headers.GetValues(WebhookRequests.SignatureHeader)));
    }

    [Fact]
    public void A_handshake_escapes_its_token()
    {
        using HttpRequestMessage request = WebhookRequests.CreateHandshake(new Uri("/hook", UriKind.Relative), "a&b", "1");

        Assert.Equal("/hook?hub.mode=subscribe&hub.challenge=1&hub.verify_token=a%26b", request.RequestUri!.OriginalString);
    }

    [Fact]
    public void An_empty_secret_signs_nothing() =>
        Assert.Throws<ArgumentException>(static () => WebhookRequests.Sign(Encoding.UTF8.GetBytes("{}"), string.Empty));
}
