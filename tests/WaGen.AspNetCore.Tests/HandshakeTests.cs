using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>The GET that verifies a callback URL.</summary>
public class HandshakeTests
{
    private const string ValidQuery = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + WebhookApp.Token;

    public static TheoryData<ServerKind> Servers => [ServerKind.Kestrel, ServerKind.TestHost];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_challenge_is_sent_back_as_text_that_cannot_be_taken_for_anything_else(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        using HttpRequestMessage request = Requests.Handshake(ValidQuery);
        using HttpResponseMessage response = await app.Client.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("1158201444", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains(app.Logs.OfWaGen, static entry => entry is { Level: LogLevel.Information, EventId: 10 });
    }

    [Theory]
    [InlineData("0001158201444", "0001158201444")]
    [InlineData("a%20b%26c%3D%3Cscript%3E", "a b&c=<script>")]
    [InlineData("%C3%A4%F0%9F%91%8B", "ä👋")]
    [InlineData("", "")]
    public async Task The_challenge_is_not_changed(string query, string expected)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        using HttpRequestMessage request = Requests.Handshake($"hub.verify_token={WebhookApp.Token}&hub.challenge={query}&hub.mode=subscribe");
        using HttpResponseMessage response = await app.Client.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("hub.mode=subscribe&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=test-verify-token-of-this-ap")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=test-verify-token-of-this-appX")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=TEST-VERIFY-TOKEN-OF-THIS-APP")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=x&hub.verify_token=" + WebhookApp.Token)]
    [InlineData("hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=" + WebhookApp.Token)]
    [InlineData("hub.challenge=1&hub.verify_token=" + WebhookApp.Token)]
    [InlineData("hub.mode=subscribe&hub.verify_token=" + WebhookApp.Token)]
    public async Task Anything_else_is_answered_403_and_logged_without_the_token(string query)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        using HttpRequestMessage request = Requests.Handshake(query);
        using HttpResponseMessage response = await app.Client.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Contains(app.Logs.OfWaGen, static entry => entry is { Level: LogLevel.Warning, EventId: 11 });
        Assert.DoesNotContain(app.Logs.OfWaGen, static entry => entry.Text.Contains("verify-token", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Any_of_several_tokens_is_accepted()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost, static options =>
        {
            options.VerifyTokens.Add("second");
            options.VerifyTokens.Add("third");
        });

        foreach (string token in (string[])[WebhookApp.Token, "second", "third"])
        {
            using HttpRequestMessage request = Requests.Handshake($"hub.mode=subscribe&hub.challenge=1&hub.verify_token={token}");
            Assert.Equal(200, await app.SendAsync(request));
        }
    }
}
