using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;

namespace WaGen.Cli.Operations;

/// <summary>Writes a report as one line of JSON.</summary>
internal static class OperationJson
{
    // Bodies may nest deeper than the default of the writer.
    private static readonly JsonWriterOptions Options = new() { MaxDepth = 1024, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(OperationReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("file", report.File);
            writer.WriteBoolean("ok", report.Ok);
            writer.WriteString("error", report.Error);
            writer.WriteString("operation", report.Operation.Name);
            writer.WriteString("side", report.Side?.ToString().ToLowerInvariant());
            writer.WriteString("payload", report.Body?.Payload.GetType().Name);
            InspectJson.WriteTyped(writer, report.Body?.Typed ?? []);
            writer.WriteStartArray("unknown");
            foreach (PayloadFinding finding in report.Body?.Unknown ?? [])
            {
                writer.WriteStringValue(finding.Path);
            }

            writer.WriteEndArray();
            WriteMismatched(writer, report.Body?.Mismatched ?? []);
            WriteViolations(writer, report.Body?.Violations ?? []);
            writer.WritePropertyName("rewritten");
            if (report.Body is { } body)
            {
                InspectJson.WriteValue(writer, RawJson.Parse(body.Payload.ToUtf8Json()));
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteEndObject();
        }

        // What could play tricks on a terminal stands within strings only, where an escape means the same.
        return Printable.Text(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteMismatched(Utf8JsonWriter writer, IEnumerable<PayloadFinding> findings)
    {
        writer.WriteStartArray("mismatched");
        foreach (PayloadFinding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("path", finding.Path);
            writer.WriteString("expected", finding.Expected);
            writer.WriteString("actual", finding.Kind.ToString().ToLowerInvariant());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

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
