using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>How a schema file is laid out: its line ends, and the white space before its lines.</summary>
internal sealed class SchemaLayout
{
    private readonly SourceText _text;
    private readonly string _newLine;

    public SchemaLayout(SourceText text)
    {
        _text = text;
        _newLine = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        Unit = text.Lines.Select(l => IndentationAt(l.Start)).FirstOrDefault(static i => i.Length > 0) ?? "  ";
    }

    /// <summary>The white space of one level.</summary>
    public string Unit { get; }

    /// <summary>The change that adds values at the end of an object or an array.</summary>
    public TextChange Append(JsonNode container, IReadOnlyList<SchemaEdit> edits)
    {
        int last = container.Kind is JsonNodeKind.Array
            ? container.Items.Select(static i => i.Span.End).LastOrDefault()
            : container.Members.Select(static m => m.Value.Span.End).LastOrDefault();
        int first = container.Kind is JsonNodeKind.Array
            ? container.Items.Select(static i => i.Span.Start).FirstOrDefault()
            : container.Members.Select(static m => m.NameSpan.Start).FirstOrDefault();
        string outer = IndentationAt(_text.Lines.GetLineFromPosition(container.Span.Start).Start);
        bool isLong = edits.Any(static e => e.IsElement || e.Text.Contains('\n'));
        if (last == 0)
        {
            return new TextChange(container.Span, Enclose(container.Kind is JsonNodeKind.Array ? "[]" : "{}", Items(edits, outer + Unit), outer, isLong));
        }

        bool isMultiLine = LineOf(first) != LineOf(container.Span.Start);
        string indentation = isMultiLine ? IndentationAt(_text.Lines[LineOf(first)].Start) : outer;
        string separator = isMultiLine ? "," + _newLine + indentation : ", ";
        return new TextChange(new TextSpan(last, 0), string.Concat(Items(edits, indentation).Select(i => separator + i)));
    }

    /// <summary>The values as they are written, those that belong to one new array together.</summary>
    private IEnumerable<string> Items(IReadOnlyList<SchemaEdit> edits, string indentation)
    {
        foreach (SchemaEdit edit in edits.Where(static e => !e.IsElement))
        {
            yield return (edit.Name is null ? string.Empty : $"\"{edit.Name}\": ") + Indent(edit.Text, indentation);
        }

        foreach (IGrouping<string?, SchemaEdit> array in edits.Where(static e => e.IsElement).GroupBy(static e => e.Name, StringComparer.Ordinal))
        {
            yield return $"\"{array.Key}\": " + Enclose("[]", array.Select(e => Indent(e.Text, indentation + Unit)), indentation, isLong: true);
        }
    }

    private string Enclose(string brackets, IEnumerable<string> items, string indentation, bool isLong)
    {
        string open = brackets.Substring(0, 1);
        string close = brackets.Substring(1);
        return isLong ? $"{open}{_newLine}{string.Join("," + _newLine, items.Select(i => indentation + Unit + i))}{_newLine}{indentation}{close}"
            : open is "{" ? $"{{ {string.Join(", ", items)} }}"
            : $"[{string.Join(", ", items)}]";
    }

    private string Indent(string text, string indentation) => text.Replace("\n", _newLine + indentation);

    private int LineOf(int position) => _text.Lines.GetLineFromPosition(position).LineNumber;

    private string IndentationAt(int lineStart)
    {
        int end = lineStart;
        while (end < _text.Length && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.ToString(TextSpan.FromBounds(lineStart, end));
    }
}
