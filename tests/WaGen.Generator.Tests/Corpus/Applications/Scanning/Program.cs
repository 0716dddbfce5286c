using System.Reflection;

var builder = WebApplication.CreateBuilder(args);
var webhooks = builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"));
MethodInfo add = typeof(WhatsAppWebhookBuilder).GetMethod(nameof(WhatsAppWebhookBuilder.AddHandler))!;
foreach (Type type in typeof(Program).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IWebhookHandler))))
{
    add.MakeGenericMethod(type).Invoke(webhooks, [ServiceLifetime.Singleton]);
}

var app = builder.Build();
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.Run();

internal sealed class FoundBot : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
