using Web;

await using WebApplication app = BotApplication.Create(args);
await app.RunAsync();
