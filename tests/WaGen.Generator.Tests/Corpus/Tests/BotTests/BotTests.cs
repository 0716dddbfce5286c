using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bots.Tests;

/// An executable because test hosts are, with secrets that are made up and handlers that are passed by hand.
public static class BotTests
{
    private const string Secret = "made up";

    public static void Main()
    {
    }

    public static async Task A_text_is_answered()
    {
        TextMessage message = TextMessage.Parse("""{"object":"whatsapp_business_account","entry":[]}"""u8);
        var fake = new Fake();

        await fake.OnTextAsync(message, message.GetContext(), CancellationToken.None);

        if (fake.Last.Text.Body != "Hello")
        {
            throw new InvalidOperationException();
        }
    }

    public static async Task The_endpoint_accepts_a_signed_body()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Services.AddWhatsAppWebhooks(options =>
        {
            options.AppSecret = Secret;
            options.VerifyToken = "token";
            options.MaxBodyBytes = 1000;
        });
        await using WebApplication app = builder.Build();
        app.MapWhatsAppWebhooks("/webhooks/whatsapp").RequireAuthorization();
        await app.StartAsync();
    }

    private sealed class Fake : IMessagesHandler
    {
        public TextMessage Last { get; private set; }

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            Last = message.Detach();
            return ValueTask.CompletedTask;
        }

        public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
    }

    private sealed class NotRegistered : IMessagesHandler
    {
        public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
    }
}
