using System.Text.Json;
using WaGen.Cli.Output;

namespace WaGen.Cli.Inspect;

/// <summary>Writes a report as one line of JSON.</summary>
internal static class InspectJson
{
    public static string Write(FileReport report) => JsonLine.Write(writer =>
    {
        writer.WriteString("file", report.File);
        writer.WriteBoolean("ok", report.Ok);
        writer.WriteString("error", report.Error);
        WriteEvents(writer, report.Inspection?.Items ?? []);
        WriteTyped(writer, report.Inspection?.Typed ?? []);
        writer.WriteTexts("unknown", report.Inspection?.Unknown ?? []);
        WriteMismatched(writer, report.Inspection?.Mismatched ?? []);
    });

    private static void WriteEvents(Utf8JsonWriter writer, IReadOnlyList<InspectedItem> items)
    {
        writer.WriteStartArray("events");
        foreach (InspectedItem item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("field", item.Field);
            writer.WriteString("event", item.Event);
            writer.WriteString("handler", item.Handler);
            writer.WriteString("reason", item.Reason == UnhandledReason.None ? null : item.Reason.ToString());
            writer.WriteString("identity", item.Identity);
            writer.WriteString("order", item.OrderKey);
            writer.WriteString("path", item.Path);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes members by their paths.</summary>
    public static void WriteTyped(Utf8JsonWriter writer, IReadOnlyList<InspectedMember> members)
    {
        writer.WriteStartObject("typed");
        foreach (InspectedMember member in members)
        {
            writer.WritePropertyName(member.Path);
            WriteValue(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value as it was received; only white space between its parts goes, because a line break would end the line.</summary>
    public static void WriteValue(Utf8JsonWriter writer, RawJson value)
    {
        switch (value.Kind)
        {
            case JsonKind.None:
                writer.WriteNullValue();
                break;
            case JsonKind.Object:
                writer.WriteStartObject();
                foreach (RawJsonMember member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteValue(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonKind.Array:
                writer.WriteStartArray();
                foreach (RawJson element in value.EnumerateArray())
                {
                    WriteValue(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(value.Utf8, skipInputValidation: true);
                break;
        }
    }

    /// <summary>Writes values of another kind than described.</summary>
    public static void WriteMismatched(Utf8JsonWriter writer, IEnumerable<InspectedMismatch> mismatched)
    {
        writer.WriteStartArray("mismatched");
        foreach (InspectedMismatch mismatch in mismatched)
        {
            writer.WriteStartObject();
            writer.WriteString("path", mismatch.Path);
            writer.WriteString("expected", mismatch.Expected);
            writer.WriteString("actual", mismatch.Actual);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
