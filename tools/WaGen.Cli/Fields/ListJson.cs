using System.Text.Json;
using WaGen.Cli.Output;
using WaGen.Cli.Schemas;

namespace WaGen.Cli.Fields;

/// <summary>Writes the list as one JSON object.</summary>
internal static class ListJson
{
    public static string Write(ListReport report) => JsonLine.Write(writer =>
    {
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
        writer.WriteTexts("withoutExample", report.WithoutExample);
    });

    private static void WriteField(Utf8JsonWriter writer, ListedField field)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field.Name);
        writer.WriteTexts("aliases", field.Aliases);
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
}
