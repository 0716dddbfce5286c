using WaGen.Testing;
using WaGen.WhatsApp;

namespace RoundTrip;

internal static class PlayedPlatform
{
    /// <summary>Writes to a bot, and prints what it sends and how the statuses of that are taken.</summary>
    public static async Task TalkAsync(FakeGraph graph, Uri endpoint, string secret)
    {
        graph.DeliverTo(endpoint, secret);
        FakeDelivery message = await graph.DeliverAsync(WebhookBodies.Text("16505550101", "Hello"));
        await graph.WhenIdleAsync();

        Console.WriteLine($"message: {string.Join(", ", message.Attempts)}");
        foreach (FakeRequest request in graph.Requests)
        {
            Console.WriteLine(request.Payload is OutgoingTextMessage text ? $"{request}, {text.Text.Body}" : $"{request}, {request.Payload?.GetType().Name}");
        }

        foreach (FakeDelivery delivery in graph.Deliveries.Where(delivery => delivery.Statuses.Count > 0))
        {
            Console.WriteLine($"{string.Join(", ", delivery.Statuses.Select(status => status.Status))}: {string.Join(", ", delivery.Attempts)}");
        }
    }
}
