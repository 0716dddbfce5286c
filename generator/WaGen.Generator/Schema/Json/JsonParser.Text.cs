using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <content>White space, tokens, and what is said about them.</content>
internal sealed partial class JsonParser
{
    private static string ExplainLiteral(string literal)
    {
        string lower = literal.ToLowerInvariant();
        return literal[0] switch
        {
            '\'' => "strings are written in double quotes",
            '+' => "a number does not start with '+'",
            '.' => "a number needs a digit before '.'",
            ']' or '}' or ':' or ',' => $"expected a value, not '{literal}'",
            '\uFEFF' => "a byte order mark is allowed only as the first bytes of the file",
            _ when lower is "true" or "false" or "null" => $"'{literal}' is written in small letters: '{lower}'",
            _ when literal.Length == 1 && !char.IsLetterOrDigit(literal[0]) => string.Format(
                CultureInfo.InvariantCulture,
                "unexpected character U+{0:X4}",
                (int)literal[0]),
            _ => $"'{literal}' is no JSON value; strings are written in double quotes",
        };
    }

    private JsonNode? TrailingComma() =>
        Fail("a trailing comma is not allowed in JSON", new TextSpan(text.LastIndexOf(',', _position), 1));

    private bool SkipWhiteSpace()
    {
        while (_position < text.Length)
        {
            switch (text[_position])
            {
                case ' ' or '\t' or '\n' or '\r':
                    _position++;
                    continue;
                case '/' or '#':
                    Fail("comments are not allowed in JSON", Comment());
                    return false;
            }

            break;
        }

        return true;
    }

    /// <summary>The comment that starts here: to the end of its line, or to the end mark on the same line.</summary>
    private TextSpan Comment()
    {
        int end = EndOfLine(_position);
        if (_position + 1 < text.Length && text[_position + 1] == '*')
        {
            int close = text.IndexOf("*/", _position + 2, end - _position - 2, StringComparison.Ordinal);
            end = close < 0 ? end : close + 2;
        }

        return TextSpan.FromBounds(_position, end);
    }

    private int EndOfLine(int start)
    {
        int end = text.IndexOfAny(['\r', '\n'], start);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The token that starts here, for a message: a word, a string on this line, or one character.</summary>
    private TextSpan Token()
    {
        int end = _position;
        if (text[end] == '"')
        {
            int close = text.IndexOf('"', end + 1, EndOfLine(end) - end - 1);
            return TextSpan.FromBounds(_position, close < 0 ? EndOfLine(end) : close + 1);
        }

        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '+' or '.' or '_' or '$' or '\''))
        {
            end++;
        }

        return TextSpan.FromBounds(_position, Math.Max(end, _position + 1));
    }

    private bool AtEnd() => _position >= text.Length;

    private JsonNode? Fail(string message, TextSpan span)
    {
        Problem ??= new JsonProblem(message, span);
        return null;
    }
}
