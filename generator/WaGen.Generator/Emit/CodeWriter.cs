using System.Text;

namespace WaGen.Generator.Emit;

/// <summary>Writes indented text with <c>\n</c> at line ends on every system.</summary>
internal sealed class CodeWriter
{
    private const string IndentUnit = "    ";

    private readonly StringBuilder _text = new();
    private string _indent = string.Empty;

    /// <summary>Writes a line, or several; empty lines stay without white space.</summary>
    public void Line(string text = "")
    {
        for (int start = 0; start <= text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                _text.Append(_indent).Append(text, start, end - start);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes a line and an opening brace; the brace closes when the result is disposed.</summary>
    public Scope Block(string head, string close = "}")
    {
        Line(head);
        Line("{");
        _indent += IndentUnit;
        return new Scope(this, close);
    }

    public override string ToString() => _text.ToString();

    private void Close(string close)
    {
        _indent = _indent.Substring(IndentUnit.Length);
        Line(close);
    }

    /// <summary>A block that is open.</summary>
    internal readonly struct Scope(CodeWriter writer, string close) : IDisposable
    {
        public void Dispose() => writer.Close(close);
    }
}
