using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using WaGen.Cli.Operations;
using WaGen.Cli.Output;
using WaGen.Cli.Schemas;

namespace WaGen.Cli.Fields;

/// <summary><c>wagen list</c>: the fields and events, or the operations, that the tool knows.</summary>
internal static class ListCommand
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(Color.Grey);

    public static Command Create(ToolConsole console)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var operations = new Option<bool>("--operations") { Description = "List the operations of the API instead: name, method and path." };
        var command = new Command("list", "List fields, their events and handler methods, examples, source pages and the days on which those were read; or the operations of the API.") { json, operations };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(operations))
            {
                WriteOperations(console, parsed.GetValue(json));
                return ExitCode.Ok;
            }

            var report = ListReport.Create(WhatsAppContract.Instance, SchemaCatalog.Load());
            if (parsed.GetValue(json))
            {
                console.Line(ListJson.Write(report));
            }
            else
            {
                Write(console, report);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void WriteOperations(ToolConsole console, bool json)
    {
        if (json)
        {
            console.Line(OperationList.Json());
        }
        else
        {
            OperationList.Write(console);
        }
    }

    private static void Write(ToolConsole console, ListReport report)
    {
        foreach (ListedField field in report.Fields)
        {
            var title = new Paragraph();
            title.Append(field.Name, Strong);
            if (field.Aliases.Count > 0)
            {
                title.Append($" (also {string.Join(", ", field.Aliases)})");
            }

            title.Append($"  {field.HandlerType}");
            title.Append($"\n{field.Source ?? "no source page"}{(field.Seen is null ? string.Empty : $", seen {field.Seen}")}\n", Dim);
            console.Screen.Write(title);

            Table table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns(string.Empty, string.Empty, string.Empty, string.Empty);
            foreach (ListedEvent item in field.Events)
            {
                table.AddRow(new Text("  "), new Text(item.Name), new Text(item.Method), new Text(Count(item.Examples, "example")));
            }

            console.Screen.Write(table);
            console.Screen.Write(Text.NewLine);
        }

        string missing = string.Join(", ", report.WithoutExample);
        console.Line($"{Count(report.Fields.Count, "field")}, {Count(report.Aliases, "alias", "aliases")}, {Count(report.Events, "event")}, {Count(report.Examples, "example")}; "
            + (missing.Length == 0 ? "every event has an example." : $"without an example: {missing}."));
    }

    private static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
