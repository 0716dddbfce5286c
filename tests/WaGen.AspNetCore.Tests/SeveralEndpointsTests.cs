using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>One process, several endpoints.</summary>
public class SeveralEndpointsTests
{
    [Fact]
    public async Task Each_endpoint_has_its_own_secrets_tokens_and_handlers()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.Kestrel,
            static builder =>
            {
                builder.Services.AddWhatsAppWebhooks("shop", static options => (options.AppSecret, options.VerifyToken) = ("shop_secret", "shop_token")).AddHandler<RecordingBot>();
                builder.Services.AddWhatsAppWebhooks("desk", static options => (options.AppSecret, options.VerifyToken) = ("desk_secret", "desk_token")).AddHandler<TextBot>();
            },
            static application =>
            {
                application.MapWhatsAppWebhooks("/shop", "shop");
                application.MapWhatsAppWebhooks("/desk", "desk");
            });

        Assert.Equal(200, await app.PostAsync(Bodies.Text, "shop_secret", "/shop"));
        Assert.Single(app.Recorder.Handled);
        Assert.Equal(200, await app.PostAsync(Bodies.Text, "desk_secret", "/desk"));
        Assert.Single(app.Recorder.Handled);
        Assert.Equal(401, await app.PostAsync(Bodies.Text, "desk_secret", "/shop"));
        Assert.Equal(401, await app.PostAsync(Bodies.Text, "shop_secret", "/desk"));

        Assert.Equal(200, await HandshakeAsync("/shop", "shop_token"));
        Assert.Equal(403, await HandshakeAsync("/shop", "desk_token"));
        Assert.Equal(200, await HandshakeAsync("/desk", "desk_token"));
        Assert.Equal(403, await HandshakeAsync("/desk", "shop_token"));

        async Task<int> HandshakeAsync(string path, string token)
        {
            using HttpRequestMessage request = Requests.Handshake($"hub.mode=subscribe&hub.challenge=1&hub.verify_token={token}", path);
            return await app.SendAsync(request);
        }
    }

    [Fact]
    public async Task One_endpoint_can_be_mapped_to_several_routes_and_conventions_cover_get_and_post()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.TestHost,
            static builder => builder.Services
                .AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))
                .AddHandler<RecordingBot>(),
            static application =>
            {
                application.MapWhatsAppWebhooks("/one");
                application.MapWhatsAppWebhooks("/two").WithMetadata("marked");
            });

        Assert.Equal(200, await app.PostAsync(Bodies.Text, path: "/one"));
        Assert.Equal(200, await app.PostAsync(Bodies.Text, path: "/two"));

        IEnumerable<string> marked = app.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(static endpoint => endpoint.Metadata.GetMetadata<string>() == "marked")
            .SelectMany(static endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods);
        Assert.Equal(["GET", "POST"], marked.Order());
    }

    /// <summary>Leaves everything but texts.</summary>
    private sealed class TextBot : IMessagesHandler
    {
        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
