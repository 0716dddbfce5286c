using Spectre.Console;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;

namespace WaGen.Cli.Operations;

/// <summary>Writes a report for people: the members as a tree, then what does not fit.</summary>
internal static class OperationText
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(Color.Grey);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    public static void Write(IAnsiConsole screen, OperationReport report)
    {
        var title = new Paragraph();
        title.Append(Printable.Text(report.File), Strong).Append(": ");
        title.Append(report.Error is null ? "valid" : Printable.Text(report.Error), report.Ok ? Good : Bad);
        screen.Write(title);
        screen.Write(Text.NewLine);
        if (report.Body is { } body)
        {
            WriteTree(screen, report, body);
            WriteRows(screen, "Unknown: no schema has these members", ["path"], body.Unknown.Select(static found => new[] { found.Path }));
            WriteRows(
                screen,
                "Mismatched: the JSON type is not the schema's",
                ["path", "expected", "actual"],
                body.Mismatched.Select(static found => new[] { found.Path, found.Expected ?? string.Empty, found.Kind.ToString().ToLowerInvariant() }));
            WriteRows(screen, "Limits that are broken", ["path", "limit", "what is wrong"], body.Violations.Select(static found => new[] { found.Path, found.Kind.ToString(), found.Message }));
        }

        screen.Write(Text.NewLine);
    }

    private static void WriteTree(IAnsiConsole screen, OperationReport report, OperationBody body)
    {
        var label = new Paragraph();
        label.Append($"{report.Operation.Name} / {report.Side!.Value.ToString().ToLowerInvariant()}", Strong);
        label.Append(" -> ").Append(body.Payload.GetType().Name, Good);
        label.Append($"  {report.Operation.Method} {report.Operation.Path}", Dim);
        var tree = new Tree(label);
        InspectText.Grow(tree, PathTree.Build(string.Empty, body.Inspection.Typed));
        screen.Write(tree);
    }

    private static void WriteRows(IAnsiConsole screen, string title, string[] columns, IEnumerable<string[]> rows)
    {
        Table table = InspectText.NewTable(title, columns);
        foreach (string[] row in rows)
        {
            table.AddRow(row.Select(InspectText.Cell));
        }

        if (table.Rows.Count > 0)
        {
            screen.Write(table);
        }
    }
}
