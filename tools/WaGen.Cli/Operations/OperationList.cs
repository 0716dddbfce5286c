using System.Globalization;
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

    public static string Json() => JsonLine.Write(static writer =>
    {
        writer.WriteStartArray("operations");
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            Write(writer, operation);
        }

        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, ApiOperation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("name", operation.Name);
        writer.WriteString("method", operation.Method);
        writer.WriteString("path", operation.Path);
        writer.WriteString("group", operation.Group);
        writer.WriteString("body", operation.BodyType?.Name);
        writer.WriteString("answer", operation.AnswerType?.Name);
        writer.WriteTexts("permissions", operation.Permissions);
        writer.WriteTexts("tokens", operation.Tokens.Select(static kind => kind.ToString().ToLowerInvariant()));
        writer.WriteBoolean("repeatSafe", operation.IsRepeatSafe);
        writer.WriteString("source", operation.Source);
        writer.WriteEndObject();
    }
}
