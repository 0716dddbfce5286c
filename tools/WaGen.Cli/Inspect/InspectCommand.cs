using System.CommandLine;
using WaGen.Cli.Contracts;
using WaGen.Cli.Operations;
using WaGen.Cli.Output;

namespace WaGen.Cli.Inspect;

/// <summary><c>wagen inspect</c>: what handlers would see of bodies, or what an operation of the API has in its bodies.</summary>
internal static class InspectCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("FILE|DIR") { Arity = ArgumentArity.OneOrMore, Description = "Files that hold one body each, folders with such files (*.json, also in folders below), or - for standard input." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a file, one line each." };
        var assembly = new Option<string?>("--assembly") { Description = "Read with the contract that your own build has printed.", HelpName = "App.dll" };
        var contract = new Option<string?>("--contract") { Description = "The name of the contract, if the assembly holds several.", HelpName = "NAME" };
        var operation = new Option<string?>("--operation") { Description = "Read the files as bodies of this operation of the API instead of webhook bodies: requests, answers or errors.", HelpName = "NAME" };
        var side = new Option<BodySide?>("--as") { Description = "What the bodies of the operation are; without it the files tell.", HelpName = "request|answer|error" };
        var command = new Command("inspect", "Show what handlers would see of webhook bodies, or what an operation of the API has in its bodies, and what no schema knows.") { paths, json, assembly, contract, operation, side };
        command.Validators.Add(result =>
        {
            if (result.GetValue(contract) is not null && result.GetValue(assembly) is null)
            {
                result.AddError("--contract chooses among the contracts of an assembly: add --assembly App.dll.");
            }

            if (result.GetValue(operation) is null && result.GetValue(side) is not null)
            {
                result.AddError("--as says what a body of an operation is: add --operation NAME.");
            }

            if (result.GetValue(operation) is not null && result.GetValue(assembly) is not null)
            {
                result.AddError("--operation reads with the schemas of the tool, --assembly with a contract for webhooks: give one of the two.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<InputFile> files = InputFiles.Find(parsed.GetValue(paths)!);
            bool asJson = parsed.GetValue(json);
            if (parsed.GetValue(operation) is { } name)
            {
                return await OperationRun.RunAsync(console, OperationCatalog.Find(name), parsed.GetValue(side), files, asJson, cancellationToken);
            }

            if (parsed.GetValue(assembly) is not { } path)
            {
                return await RunAsync(console, WhatsAppContract.Instance, files, asJson, cancellationToken);
            }

            try
            {
                return await RunAsync(console, ContractLoader.Load(path, parsed.GetValue(contract)), files, asJson, cancellationToken);
            }
            catch (Exception problem) when (ContractLoader.IsOfLoading(problem))
            {
                throw ContractLoader.Mismatch(path, problem);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(ToolConsole console, WebhookContract contract, IReadOnlyList<InputFile> files, bool json, CancellationToken cancellationToken)
    {
        var summary = new InspectSummary();
        var text = new InspectText(console.Screen);
        await console.WithProgressAsync("Inspecting", files.Count, printing: true, async step =>
        {
            foreach (InputFile file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                FileReport report = await FileInspector.ReadAsync(contract, file, console, cancellationToken);
                summary.Add(report);
                if (json)
                {
                    console.Line(InspectJson.Write(report));
                }
                else
                {
                    text.Write(report);
                }

                await console.Out.FlushAsync(cancellationToken);
                step();
            }
        });

        if (!json && files.Count > 1)
        {
            console.Line(summary.ToString());
        }

        return summary.Invalid == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
