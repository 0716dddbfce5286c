using System.Buffers;
using System.Text;
using System.Text.Json;
using WaGen.Cli.Schemas;

namespace WaGen.Cli.Fields;

/// <summary>Writes the list as one JSON object.</summary>
internal static class ListJson
{
    public static string Write(ListReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("contract", report.Contract);
            writer.WriteStartObject("counts");
            writer.WriteNumber("fields", report.Fields.Count);
            writer.WriteNumber("aliases", report.Aliases);
            writer.WriteNumber("events", report.Events);
            writer.WriteNumber("examples", report.Examples);
            writer.WriteEndObject();
            writer.WriteStartArray("fields");
            foreach (ListedField field in report.Fields)
            {
                WriteField(writer, field);
            }

            writer.WriteEndArray();
            WriteTexts(writer, "withoutExample", report.WithoutExample);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteField(Utf8JsonWriter writer, ListedField field)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field.Name);
        WriteTexts(writer, "aliases", field.Aliases);
        writer.WriteString("handler", field.HandlerType);
        writer.WriteString("source", field.Source);
        writer.WriteString("seen", field.Seen);
        writer.WriteStartArray("pages");
        foreach (SourcePage page in field.Pages)
        {
            writer.WriteStartObject();
            writer.WriteString("page", page.Page);
            writer.WriteString("seen", page.Seen);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("examples", field.Examples);
        writer.WriteStartArray("events");
        foreach (ListedEvent item in field.Events)
        {
            writer.WriteStartObject();
            writer.WriteString("event", item.Name);
            writer.WriteString("handler", item.Method);
            writer.WriteString("group", item.Group);
            writer.WriteNumber("examples", item.Examples);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
