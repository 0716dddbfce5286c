using Microsoft.CodeAnalysis.Text;

namespace WaGen.CodeFixes;

/// <summary>How a file is laid out, so that what is added looks like the rest.</summary>
internal static class SourceLayout
{
    /// <summary>The line break of a file: that of its first line.</summary>
    public static string EndOfLine(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The white space at the start of the line that holds a position.</summary>
    public static string IndentationAt(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        string content = line.ToString();
        return content.Substring(0, content.Length - content.TrimStart().Length);
    }
}
