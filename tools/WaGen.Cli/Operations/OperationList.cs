using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spectre.Console;
using WaGen.Cli.Output;

namespace WaGen.Cli.Operations;

/// <summary>Writes all operations.</summary>
internal static class OperationList
{
    public static void Write(ToolConsole console)
    {
        Table table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns(string.Empty, string.Empty, string.Empty);
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            table.AddRow(new Text(operation.Name), new Text(operation.Method), new Text(operation.Path));
        }

        console.Screen.Write(table);
        console.Screen.Write(Text.NewLine);
        console.Line(string.Create(CultureInfo.InvariantCulture, $"{OperationCatalog.All.Count} operations."));
    }

    public static string Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("operations");
            foreach (ApiOperation operation in OperationCatalog.All)
            {
                Write(writer, operation);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, ApiOperation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("name", operation.Name);
        writer.WriteString("method", operation.Method);
        writer.WriteString("path", operation.Path);
        writer.WriteString("group", operation.Group);
        writer.WriteString("body", operation.BodyType?.Name);
        writer.WriteString("answer", operation.AnswerType?.Name);
        WriteTexts(writer, "permissions", operation.Permissions);
        WriteTexts(writer, "tokens", operation.Tokens.Select(static kind => kind.ToString().ToLowerInvariant()));
        writer.WriteBoolean("repeatSafe", operation.IsRepeatSafe);
        writer.WriteString("source", operation.Source);
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
