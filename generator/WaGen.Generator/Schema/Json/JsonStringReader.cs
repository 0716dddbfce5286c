using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <summary>Reads and decodes JSON strings.</summary>
internal sealed class JsonStringReader(string text)
{
    private readonly StringBuilder _decoded = new();

    /// <summary>Reads the string whose opening quote is at the position; moves behind the closing quote.</summary>
    /// <returns>The decoded string, or <see langword="null"/> with a problem.</returns>
    public string? Read(ref int position, out JsonProblem? problem)
    {
        int open = position;
        int i = open + 1;
        int run = i;
        _decoded.Clear();
        problem = null;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is '"' or '\\')
            {
                _decoded.Append(text, run, i - run);
                if (c == '"')
                {
                    position = i + 1;
                    return _decoded.ToString();
                }

                problem = ReadEscape(ref i);
                if (problem is not null)
                {
                    return null;
                }

                run = i;
                continue;
            }

            if (c is '\r' or '\n')
            {
                break;
            }

            if (c < ' ')
            {
                string code = ((int)c).ToString("x4", CultureInfo.InvariantCulture);
                problem = new JsonProblem($"a control character must be escaped in a string: \\u{code}", new TextSpan(i, 1));
                return null;
            }

            i++;
        }

        problem = new JsonProblem("this string is not closed on its line", TextSpan.FromBounds(open, i));
        return null;
    }

    private JsonProblem? ReadEscape(ref int i)
    {
        int start = i;
        char kind = start + 1 < text.Length ? text[start + 1] : '\0';
        switch (kind)
        {
            case '"' or '\\' or '/':
                _decoded.Append(kind);
                break;
            case 'b':
                _decoded.Append('\b');
                break;
            case 'f':
                _decoded.Append('\f');
                break;
            case 'n':
                _decoded.Append('\n');
                break;
            case 'r':
                _decoded.Append('\r');
                break;
            case 't':
                _decoded.Append('\t');
                break;
            case 'u':
                return ReadUnicodeEscape(ref i);
            default:
                int length = kind is '\0' or '\r' or '\n' ? 1 : 2;
                return new JsonProblem(
                    $"'{text.Substring(start, length)}' is no escape sequence of JSON; a backslash itself is written \\\\",
                    new TextSpan(start, length));
        }

        i = start + 2;
        return null;
    }

    private JsonProblem? ReadUnicodeEscape(ref int i)
    {
        int start = i;
        if (!TryReadUnit(start, out char unit))
        {
            int end = start + 2;
            while (end < text.Length && end < start + 6 && Uri.IsHexDigit(text[end]))
            {
                end++;
            }

            return new JsonProblem("\\u needs four hexadecimal digits", TextSpan.FromBounds(start, end));
        }

        i = start + 6;
        _decoded.Append(unit);
        if (!char.IsSurrogate(unit))
        {
            return null;
        }

        if (char.IsHighSurrogate(unit) && TryReadUnit(i, out char low) && char.IsLowSurrogate(low))
        {
            _decoded.Append(low);
            i += 6;
            return null;
        }

        return new JsonProblem("half of a surrogate pair is no character; write both halves", new TextSpan(start, 6));
    }

    private bool TryReadUnit(int start, out char unit)
    {
        unit = '\0';
        if (start + 6 > text.Length || text[start] != '\\' || text[start + 1] != 'u')
        {
            return false;
        }

        for (int i = start + 2; i < start + 6; i++)
        {
            if (!Uri.IsHexDigit(text[i]))
            {
                return false;
            }

            unit = (char)((unit << 4) | Uri.FromHex(text[i]));
        }

        return true;
    }
}
