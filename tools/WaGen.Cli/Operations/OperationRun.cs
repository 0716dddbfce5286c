using System.Globalization;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;

namespace WaGen.Cli.Operations;

/// <summary><c>wagen inspect --operation</c>: reads files as bodies of one operation.</summary>
internal static class OperationRun
{
    public static async Task<int> RunAsync(ToolConsole console, ApiOperation operation, BodySide? side, IReadOnlyList<InputFile> files, bool json, CancellationToken cancellationToken)
    {
        int invalid = 0;
        await console.WithProgressAsync("Inspecting", files.Count, printing: true, async step =>
        {
            foreach (InputFile file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                OperationReport report = await OperationInspector.ReadAsync(operation, side, file, console, cancellationToken);
                invalid += report.Ok ? 0 : 1;
                if (json)
                {
                    console.Line(OperationJson.Write(report));
                }
                else
                {
                    OperationText.Write(console.Screen, report);
                }

                await console.Out.FlushAsync(cancellationToken);
                step();
            }
        });

        if (!json && files.Count > 1)
        {
            console.Line(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {invalid} not valid."));
        }

        return invalid == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
