using System.Threading.Channels;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(Channel.CreateUnbounded<TextMessage>());
builder.Services.AddHostedService<Answering>();
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp")).AddHandler<Enqueuer>();
var app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.Run();

internal sealed class Enqueuer(Channel<TextMessage> channel) : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) =>
        channel.Writer.WriteAsync(message.Detach(), cancellationToken);

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}

internal sealed class Answering(Channel<TextMessage> channel, ILogger<Answering> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (TextMessage message in channel.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await AnswerAsync(message, stoppingToken);
            }
            catch (Exception)
            {
                logger.LogError("A message was not answered.");
            }
        }
    }

    private static Task AnswerAsync(TextMessage message, CancellationToken cancellationToken) => Task.Delay(message.Text.Body?.Length ?? 0, cancellationToken);
}
