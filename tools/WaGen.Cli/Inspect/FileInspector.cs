using WaGen.Cli.Output;

namespace WaGen.Cli.Inspect;

/// <summary>Reads a file with a contract and judges it as a whole.</summary>
internal static class FileInspector
{
    public static async Task<FileReport> ReadAsync(WebhookContract contract, InputFile file, ToolConsole console, CancellationToken cancellationToken)
    {
        (byte[] body, string? problem) = await BodyReader.ReadAsync(file, console, cancellationToken);
        if (problem is not null)
        {
            return new FileReport(file.Name, Inspection: null, problem);
        }

        var inspection = WebhookInspection.Read(contract, body);
        return new FileReport(file.Name, inspection, Error(inspection, body));
    }

    private static string? Error(WebhookInspection inspection, byte[] body)
    {
        if (inspection.Fault is { } fault)
        {
            return JsonFaults.Describe(fault, body);
        }

        if (inspection.Items.Any(static item => item.Reason is not (UnhandledReason.NotJson or UnhandledReason.OtherProduct or UnhandledReason.MalformedEnvelope)))
        {
            return null;
        }

        if (inspection.Items.Any(static item => item.Reason == UnhandledReason.OtherProduct))
        {
            return "The body belongs to another product, or does not say to which it belongs: give the whole body as it was posted.";
        }

        return inspection.Items.FirstOrDefault(static item => item.Reason == UnhandledReason.MalformedEnvelope) is { } item
            ? $"The envelope is broken {(item.Path.Length == 0 ? "at its root" : $"at {item.Path}")}, and no change in it can be used: give the whole body as it was posted."
            : "The envelope holds no change: give the whole body as it was posted.";
    }
}
