using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>Nothing about a person and no secret is logged at Information or above.</summary>
public class LogPrivacyTests
{
    private const string Username = "sheena.nelson";
    private const string UserId = "US.13491208655302741918";

    private static readonly string[] Forbidden =
    [
        Bodies.MessageText, "pizza", Bodies.PhoneNumber, Bodies.MessageId, Bodies.EntryId, "15550783881", "106540352242922", "Sheena",
        Username, UserId, WebhookApp.Secret, WebhookApp.Token, "guessed-token", "sha256=",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_comes_in_does_not_come_out_in_the_log(bool hook)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.Kestrel,
            builder =>
            {
                WhatsAppWebhookBuilder webhooks = builder.Services
                    .AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))
                    .AddHandler<FailingBot>();
                if (hook)
                {
                    webhooks.AddUnhandledHandler<FailingHook>();
                }
            },
            static application => application.MapWhatsAppWebhooks(WebhookApp.Path));

        await SendEverythingAsync(app);

        LogEntry[] visible = [.. app.Logs.Entries.Where(static entry => entry.Level >= LogLevel.Information)];
        Assert.Contains(visible, static entry => entry is { EventId: 23, Level: LogLevel.Error });
        Assert.Contains(visible, entry => entry.EventId == (hook ? 24 : 22));
        Assert.Contains(visible, static entry => entry.EventId == 30);

        // The server's own line about each request holds the query of the handshake; applications keep that category at Warning.
        foreach (LogEntry entry in visible.Where(static entry => !entry.Category.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal)))
        {
            Assert.All(Forbidden, forbidden => Assert.DoesNotContain(forbidden, entry.Text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("+49 151 23456789")]
    [InlineData("mail ada@example.com")]
    [InlineData("ünal")]
    [InlineData("a.4915550199887")]
    [InlineData("4915550199887")]
    [InlineData("x\\\"].4915550199887")]
    public async Task A_member_name_that_holds_content_stays_out_of_the_log(string name)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost);

        await app.PostAsync(Bodies.Messages($$$$"""{"id":"wamid.1","type":"text","text":{"body":"x","{{{{name}}}}":{"more":1}}}"""));

        LogEntry[] drift = [.. app.Logs.OfWaGen.Where(static entry => entry.EventId == 30)];
        Assert.NotEmpty(drift);
        foreach (string part in name.Split(' ', '.', '"').Where(static p => p.Length > 1 && p is not "mail"))
        {
            Assert.All(drift, entry => Assert.DoesNotContain(part, entry.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_short_hash_stands_for_an_id()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost);
        app.Recorder.During = static _ => throw new InvalidOperationException("The handler is broken.");

        await app.PostAsync(Bodies.Text);
        await app.PostAsync(Bodies.Text);
        await app.PostAsync(Bodies.Messages(Bodies.TextItem("another")));

        string[] lines = [.. app.Logs.OfWaGen.Where(static entry => entry.EventId == 23).Select(static entry => entry.Text)];
        Assert.Matches("^RecordingBot failed on messages/Text, event hash [0-9a-f]{8}; it runs again with the next delivery, unless it is given up$", lines[0]);
        Assert.Equal(lines[0], lines[1]);
        Assert.NotEqual(lines[0], lines[2]);
    }

    [Fact]
    public async Task A_kind_of_event_that_nobody_wants_is_a_warning_once()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.TestHost,
            static builder => builder.Services
                .AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))
                .AddHandler<SilentBot>(),
            static application => application.MapWhatsAppWebhooks(WebhookApp.Path));

        for (int i = 0; i < 3; i++)
        {
            await app.PostAsync(Bodies.Status("a", "read"));
            await app.PostAsync(Bodies.Change("field_of_tomorrow", "{}"));
        }

        Assert.Single(app.Logs.OfWaGen, static entry => entry.Level == LogLevel.Warning && entry.Text.Contains(nameof(UnhandledReason.NotHandled), StringComparison.Ordinal));
        Assert.Equal(3, app.Logs.OfWaGen.Count(static entry => entry.Level == LogLevel.Warning && entry.Text.Contains(nameof(UnhandledReason.UnknownField), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_place_that_differs_from_the_schemas_is_logged_once()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.TestHost);
        for (int i = 0; i < 3; i++)
        {
            await app.PostAsync(Bodies.Messages("""{"id":"a","type":"text","text":{"body":"x","mood":"happy"}}""", """{"id":"b","type":"text","text":{"body":"x","mood":"sad"}}"""));
        }

        LogEntry entry = Assert.Single(app.Logs.OfWaGen, static entry => entry.EventId == 30);
        Assert.Equal(LogLevel.Information, entry.Level);
        Assert.Contains("entry[].changes[].value.messages[].text.mood", entry.Text, StringComparison.Ordinal);
    }

    private static async Task SendEverythingAsync(WebhookApp app)
    {
        await app.PostAsync(Bodies.Text);
        await app.PostAsync(Bodies.Text, secret: "another_secret");
        await app.PostAsync(Bodies.MissingComma);
        await app.PostAsync(Bodies.Status(Bodies.MessageId, "read"));
        await app.PostAsync(Bodies.Status(Bodies.MessageId, Bodies.PhoneNumber));
        await app.PostAsync(Bodies.Change(Bodies.PhoneNumber, $$"""{"{{Username}}":"{{Bodies.MessageText}}"}"""));
        await app.PostAsync(Bodies.Change(Bodies.MessageText, "{}"));
        await app.PostAsync(Bodies.Messages(
            $$$"""{"id":"{{{Bodies.MessageId}}}","from_user_id":"{{{UserId}}}","type":"text","text":{"body":["{{{Bodies.MessageText}}}"],"{{{Bodies.PhoneNumber}}}":1,"{{{UserId}}}":2,"mood":3}}""",
            $$"""{"id":"{{Bodies.MessageId}}","type":"{{Bodies.MessageText}}"}""",
            $$"""{"id":"{{Bodies.MessageId}}","type":"text","text":"{{Bodies.MessageText}}"}"""));
        using HttpRequestMessage good = Requests.Handshake($"hub.mode=subscribe&hub.challenge=1&hub.verify_token={WebhookApp.Token}");
        await app.SendAsync(good);
        using HttpRequestMessage bad = Requests.Handshake("hub.mode=subscribe&hub.challenge=1&hub.verify_token=guessed-token");
        await app.SendAsync(bad);
        using HttpRequestMessage unsigned = Requests.Unsigned("{}"u8.ToArray());
        unsigned.Headers.Add(Requests.SignatureHeader, Bodies.MessageText);
        await app.SendAsync(unsigned);
    }

    private sealed class FailingBot : IMessagesHandler
    {
        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The handler is broken.");
    }

    private sealed class FailingHook : IUnhandledHandler
    {
        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The hook is broken.");
    }

    private sealed class SilentBot : IMessagesHandler;
}
