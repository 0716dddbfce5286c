using WaGen.Cli;
using WaGen.Cli.Output;

return await WagenTool.RunAsync(args, ToolConsole.ForProcess());
