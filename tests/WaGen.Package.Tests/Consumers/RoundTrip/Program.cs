using System.Globalization;
using Microsoft.AspNetCore.Builder;
using RoundTrip;
using WaGen.Testing;
using WaGen.WhatsApp;
using Web;

const string Secret = "secret";

// A bot of another process knows the port already and is named together with its secret; otherwise the one of Web runs here.
if (args is [var port, var endpoint, var secret])
{
    await using FakeGraph known = await FakeGraph.StartAsync(WhatsAppApi.Operations, new() { Port = int.Parse(port, CultureInfo.InvariantCulture) });
    await PlayedPlatform.TalkAsync(known, new Uri(endpoint), secret);
    return;
}

await using FakeGraph graph = await FakeGraph.StartAsync(WhatsAppApi.Operations);
await using WebApplication bot = BotApplication.Create(
[
    "--urls=http://127.0.0.1:0",
    "--Logging:LogLevel:Default=None",
    $"--WhatsApp:AppSecret={Secret}",
    "--WhatsApp:VerifyToken=verify",
    "--WhatsApp:AccessToken=token",
    $"--WhatsApp:BaseAddress={graph.BaseAddress}",
]);
await bot.StartAsync();
await PlayedPlatform.TalkAsync(graph, new Uri(new Uri(bot.Urls.First()), BotApplication.Path), Secret);

foreach (string type in new[] { "IMessagesHandler", "OutgoingMessage" })
{
    foreach (string owner in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetType($"WaGen.WhatsApp.{type}") is not null).Select(assembly => assembly.GetName().Name!))
    {
        Console.WriteLine($"{type}: {owner}");
    }
}
