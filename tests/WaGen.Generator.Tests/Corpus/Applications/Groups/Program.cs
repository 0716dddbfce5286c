var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthorization();
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp")).AddHandler<Bot>();

var app = builder.Build();
app.UseAuthorization();
var api = app.MapGroup("/api").RequireAuthorization();
api.MapGet("/messages", () => "none");
var hooks = app.MapGroup("/hooks");
IEndpointConventionBuilder endpoint = hooks.MapWhatsAppWebhooks("/whatsapp");
endpoint.WithDisplayName("webhooks");
api.MapWhatsAppWebhooks("/whatsapp").AllowAnonymous();
app.Run();

internal sealed class Bot : IMessagesHandler
{
    ValueTask IMessagesHandler.OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
