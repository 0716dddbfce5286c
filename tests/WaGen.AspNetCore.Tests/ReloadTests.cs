using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>Secrets and tokens follow the configuration of a running application.</summary>
public class ReloadTests
{
    [Fact]
    public async Task New_secrets_and_tokens_take_over_at_once()
    {
        await using Reloadable app = await Reloadable.StartAsync();
        Assert.Equal((200, 401), await app.PostAsync("old_secret", "new_secret"));

        app.Set(("WhatsApp:AppSecret", "new_secret"), ("WhatsApp:VerifyToken", "new_token"));

        Assert.Equal((401, 200), await app.PostAsync("old_secret", "new_secret"));
        Assert.Equal((403, 200), await app.HandshakeAsync("old_token", "new_token"));
        Assert.Contains(app.Logs, static entry => entry is { Level: LogLevel.Information, EventId: 2 });
    }

    [Fact]
    public async Task The_old_secret_stays_valid_beside_the_new_one_during_a_rotation()
    {
        await using Reloadable app = await Reloadable.StartAsync();

        app.Set(("WhatsApp:AppSecrets:next", "new_secret"));

        Assert.Equal((200, 200), await app.PostAsync("old_secret", "new_secret"));
    }

    [Theory]
    [InlineData("WhatsApp:AppSecret", null, 3)]
    [InlineData("WhatsApp:VerifyToken", "", 3)]
    [InlineData("WhatsApp:AppSecrets:next", "", 3)]
    [InlineData("WhatsApp:MaxConcurrency", "wagen_no_number", 4)]
    public async Task A_reload_that_cannot_be_used_keeps_what_was_and_logs_an_error(string key, string? value, int eventId)
    {
        await using Reloadable app = await Reloadable.StartAsync();

        app.Set((key, value));

        Assert.Equal((200, 401), await app.PostAsync("old_secret", "new_secret"));
        Assert.Equal((200, 403), await app.HandshakeAsync("old_token", "new_token"));
        LogEntry error = Assert.Single(app.Logs, static entry => entry.Level == LogLevel.Error);
        Assert.Equal(eventId, error.EventId);
        Assert.DoesNotContain("wagen_no_number", error.Text, StringComparison.Ordinal);

        app.Set(("WhatsApp:AppSecret", "new_secret"), ("WhatsApp:VerifyToken", "new_token"), ("WhatsApp:AppSecrets:next", "x"), ("WhatsApp:MaxConcurrency", "1"));
        Assert.Equal((401, 200), await app.PostAsync("old_secret", "new_secret"));
    }

    [Fact]
    public async Task Another_endpoint_does_not_notice()
    {
        await using Reloadable app = await Reloadable.StartAsync();

        app.Set(("WhatsApp:AppSecret", "new_secret"));

        Assert.Equal(200, await app.PostToOtherAsync("other_secret"));
        Assert.Equal(401, await app.PostToOtherAsync("new_secret"));
    }

    private sealed class Reloadable(WebhookApp app, IConfigurationRoot configuration) : IAsyncDisposable
    {
        public IEnumerable<LogEntry> Logs => app.Logs.OfWaGen;

        public static async Task<Reloadable> StartAsync()
        {
            IConfigurationRoot configuration = new ConfigurationBuilder()
                .AddInMemoryCollection([new("WhatsApp:AppSecret", "old_secret"), new("WhatsApp:VerifyToken", "old_token")])
                .Build();
            WebhookApp app = await WebhookApp.StartAsync(
                ServerKind.TestHost,
                builder =>
                {
                    builder.Services.AddWhatsAppWebhooks(configuration.GetSection("WhatsApp")).AddHandler<RecordingBot>();
                    builder.Services.AddWhatsAppWebhooks("other", static options => (options.AppSecret, options.VerifyToken) = ("other_secret", "t")).AddHandler<RecordingBot>();
                },
                static application =>
                {
                    application.MapWhatsAppWebhooks(WebhookApp.Path);
                    application.MapWhatsAppWebhooks("/other", "other");
                });
            return new Reloadable(app, configuration);
        }

        public void Set(params (string Key, string? Value)[] values)
        {
            foreach ((string key, string? value) in values)
            {
                configuration[key] = value;
            }

            configuration.Reload();
        }

        public async Task<(int Old, int New)> PostAsync(string oldSecret, string newSecret) =>
            (await app.PostAsync(Bodies.Text, oldSecret), await app.PostAsync(Bodies.Text, newSecret));

        public Task<int> PostToOtherAsync(string secret) => app.PostAsync(Bodies.Text, secret, "/other");

        public async Task<(int Old, int New)> HandshakeAsync(string oldToken, string newToken) => (await HandshakeAsync(oldToken), await HandshakeAsync(newToken));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task<int> HandshakeAsync(string token)
        {
            using HttpRequestMessage request = Requests.Handshake($"hub.mode=subscribe&hub.challenge=1&hub.verify_token={token}");
            return await app.SendAsync(request);
        }
    }
}
