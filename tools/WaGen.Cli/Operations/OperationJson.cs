using System.Text.Json;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;

namespace WaGen.Cli.Operations;

/// <summary>Writes a report as one line of JSON.</summary>
internal static class OperationJson
{
    public static string Write(OperationReport report) => JsonLine.Write(writer =>
    {
        writer.WriteString("file", report.File);
        writer.WriteBoolean("ok", report.Ok);
        writer.WriteString("error", report.Error);
        writer.WriteString("operation", report.Operation.Name);
        writer.WriteString("side", report.Side?.ToString().ToLowerInvariant());
        writer.WriteString("payload", report.Body?.Payload.GetType().Name);
        InspectJson.WriteTyped(writer, report.Body?.Inspection.Typed ?? []);
        writer.WriteTexts("unknown", (report.Body?.Unknown ?? []).Select(static finding => finding.Path));
        InspectJson.WriteMismatched(writer, (report.Body?.Mismatched ?? []).Select(static finding => new InspectedMismatch(finding.Path, finding.Expected!, finding.Kind.ToString().ToLowerInvariant())));
        WriteViolations(writer, report.Body?.Violations ?? []);
        writer.WritePropertyName("rewritten");
        InspectJson.WriteValue(writer, report.Body is { } body ? body.Text.Rewrite(body.Payload) : default);
    });

    private static void WriteViolations(Utf8JsonWriter writer, IReadOnlyList<PayloadProblem> violations)
    {
        writer.WriteStartArray("violations");
        foreach (PayloadProblem violation in violations)
        {
            writer.WriteStartObject();
            writer.WriteString("path", violation.Path);
            writer.WriteString("kind", violation.Kind.ToString());
            WriteNumber(writer, "limit", violation.Limit);
            WriteNumber(writer, "actual", violation.Actual);
            writer.WriteString("message", violation.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
