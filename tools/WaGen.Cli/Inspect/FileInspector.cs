using System.Globalization;
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
            return Describe(fault, body);
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

    private static string Describe(JsonFault fault, byte[] body)
    {
        ReadOnlySpan<byte> before = body.AsSpan(0, Math.Min(fault.Position, body.Length));
        int line = before.Count((byte)'\n') + 1;
        int column = before.Length - before.LastIndexOf((byte)'\n');
        string hint = fault.Kind switch
        {
            JsonFaultKind.Empty => "give a file that holds a body",
            JsonFaultKind.ByteOrderMark => "save the file as UTF-8 without a byte order mark",
            JsonFaultKind.TrailingData => "give one body a file",
            JsonFaultKind.UnexpectedEnd => "check that the file was saved as a whole",
            JsonFaultKind.InvalidUtf8 => "save the file as UTF-8",
            _ when body is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "the file is UTF-16, save it as UTF-8",
            _ => "correct the file there",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{fault.Message.TrimEnd('.')} (byte {fault.Position}, line {line}, column {column}): {hint}.");
    }
}
