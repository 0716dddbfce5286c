using System.Text;
using WaGen;
using WaGen.WhatsApp;
using Web;

namespace Checks;

internal sealed class Probe : IMessagesHandler
{
    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"probe: {message.Text.Body}");
        return ValueTask.CompletedTask;
    }
}

internal static class Checks
{
    private static async Task Main()
    {
        byte[] body = Encoding.UTF8.GetBytes(
            """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messages":[{"from":"4915550100","id":"wamid.1","timestamp":"1790000000","type":"text","text":{"body":"printed once","language":"de"}}]}}]}]}
            """);

        var verifier = new SignatureVerifier([new("default", "secret")]);
        var processor = new WebhookProcessor(
            WhatsAppContract.Instance, [WebhookHandlerRegistration.Singleton(new Bot()), WebhookHandlerRegistration.Singleton(new Probe())], verifier);
        WebhookOutcome outcome = await processor.ProcessAsync(body, SignatureVerifier.Sign("secret"u8, body));

        Console.WriteLine($"outcome: {outcome.Result}, {outcome.Events} event");
        foreach (string owner in AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetType("WaGen.WhatsApp.IMessagesHandler") is not null).Select(assembly => assembly.GetName().Name!))
        {
            Console.WriteLine($"printed in: {owner}");
        }
    }
}
