using System.Globalization;
using Spectre.Console;
using WaGen.Cli.Output;

namespace WaGen.Cli.Inspect;

/// <summary>Writes a report for people: a tree for each event, then what nobody takes.</summary>
internal sealed class InspectText(IAnsiConsole screen)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Name = new(Color.Aqua);
    private static readonly Style Dim = new(Color.Grey);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Warning = new(Color.Yellow);

    public void Write(FileReport report)
    {
        var title = new Paragraph();
        title.Append(Printable.Text(report.File), Strong).Append(": ");
        if (report.Ok)
        {
            title.Append("valid", Good);
        }
        else
        {
            title.Append(Printable.Text(report.Error!), Bad);
        }

        screen.Write(title);
        screen.Write(Text.NewLine);
        if (report.Inspection is { } inspection)
        {
            WriteTrees(inspection);
            WriteUnhandled(inspection);
            WriteUnknown(report);
            WriteMismatched(inspection);
        }

        screen.Write(Text.NewLine);
    }

    private static Paragraph EventLabel(InspectedItem item)
    {
        var label = new Paragraph();
        label.Append(Printable.Text($"{item.Field} / {item.Event}"), Strong);
        label.Append(" -> ").Append(item.Handler!, Good);
        label.Append("  " + Printable.Text(item.Path), Dim);
        if (item.Identity is { } identity)
        {
            label.Append($"\nidentity {Printable.Text(identity)}", Dim);
        }

        if (item.OrderKey is { } order)
        {
            label.Append($"\norder {Printable.Text(order)}", Dim);
        }

        return label;
    }

    /// <summary>Shows members below a place.</summary>
    public static void Grow(IHasTreeNodes place, PathTree tree)
    {
        foreach (PathTree child in tree.Children)
        {
            var label = new Paragraph();
            label.Append(Printable.Text(child.Name), Name);
            if (child.Member is { } member)
            {
                label.Append(" = ", Dim).Append(Printable.Value(member.Value.Utf8), Plain).Append("  " + Describe(member), Dim);
            }

            Grow(place.AddNode(label), child);
        }
    }

    private static string Describe(InspectedMember member) => member.Type == "unix-time" && member.Value.TryGetUnixTime(out DateTimeOffset time)
        ? string.Create(CultureInfo.InvariantCulture, $"{member.Type}, {time:yyyy-MM-dd HH:mm:ss}Z")
        : member.Type;

    /// <summary>Makes a table; one of a single column has no heading.</summary>
    public static Table NewTable(string title, params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(title, Warning), ShowHeaders = columns.Length > 1 };
        table.LeftAligned();
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, Strong)));
        }

        return table;
    }

    /// <summary>Makes received text safe to show.</summary>
    public static Text Cell(string text) => new(Printable.Text(text));

    private void WriteTrees(WebhookInspection inspection)
    {
        InspectedItem[] events = [.. inspection.Items.Where(static item => item.Handler is not null)];
        var owners = events.Select(static item => item.Path).ToHashSet(StringComparer.Ordinal);
        ILookup<string?, InspectedMember> members = inspection.Typed.ToLookup(member => Owner(member.Path, owners), StringComparer.Ordinal);
        foreach (InspectedItem item in events)
        {
            var tree = new Tree(EventLabel(item));
            Grow(tree, PathTree.Build(item.Path, members[item.Path]));
            screen.Write(tree);
        }

        if (members.Contains(null))
        {
            var tree = new Tree(new Text("around the events", Strong));
            Grow(tree, PathTree.Build(string.Empty, members[null]));
            screen.Write(tree);
        }
    }

    /// <summary>Finds the innermost event that contains a member.</summary>
    private static string? Owner(string path, HashSet<string> events)
    {
        while (path.Length > 0)
        {
            if (events.Contains(path))
            {
                return path;
            }

            path = PathTree.Parent(path);
        }

        return null;
    }

    private void WriteUnhandled(WebhookInspection inspection)
    {
        InspectedItem[] unhandled = [.. inspection.Items.Where(static item => item.Handler is null)];
        if (unhandled.Length > 0)
        {
            Table table = NewTable("Unhandled", "path", "field", "reason", "why");
            foreach (InspectedItem item in unhandled)
            {
                table.AddRow(Cell(item.Path), Cell(item.Field ?? string.Empty), Cell(item.Reason.ToString()), Cell(Reasons.Describe(item.Reason)));
            }

            screen.Write(table);
        }
    }

    private void WriteUnknown(FileReport report)
    {
        string[] members = [.. report.UnknownMembers];
        if (members.Length > 0)
        {
            Table table = NewTable("Unknown: no schema has these members", "path");
            foreach (string path in members)
            {
                table.AddRow(Cell(path));
            }

            screen.Write(table);
        }
    }

    private void WriteMismatched(WebhookInspection inspection)
    {
        if (inspection.Mismatched.Count > 0)
        {
            Table table = NewTable("Mismatched: the JSON type is not the schema's", "path", "expected", "actual");
            foreach (InspectedMismatch mismatch in inspection.Mismatched)
            {
                table.AddRow(Cell(mismatch.Path), Cell(mismatch.Expected), Cell(mismatch.Actual));
            }

            screen.Write(table);
        }
    }
}
