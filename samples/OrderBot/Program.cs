using OrderBot;

await OrderBotApp.Build(args).RunAsync();
