using System.Buffers;
using System.Globalization;
using System.Text;

namespace WaGen.Cli.Verify;

/// <summary>Writes valid JSON in another style. It keeps numbers, the order of members and repeated names as they are, as parsers do not.</summary>
internal ref struct JsonRewriter
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly JsonStyle _style;
    private readonly ArrayBufferWriter<byte> _output;
    private int _depth;

    private JsonRewriter(ReadOnlySpan<byte> json, JsonStyle style)
    {
        _json = json;
        _style = style;
        _output = new ArrayBufferWriter<byte>(json.Length * 2);
    }

    /// <summary>Rewrites a text.</summary>
    /// <param name="json">Valid JSON.</param>
    /// <param name="style">How to write it.</param>
    public static byte[] Rewrite(ReadOnlySpan<byte> json, JsonStyle style)
    {
        var rewriter = new JsonRewriter(json, style);
        rewriter.Run();
        return rewriter._output.WrittenSpan.ToArray();
    }

    private void Run()
    {
        int at = 0;
        while (at < _json.Length)
        {
            byte current = _json[at];
            if (current == '"')
            {
                int end = StringEnd(at);
                WriteString(DecodeString(_json[(at + 1)..end]));
                at = end + 1;
                continue;
            }

            if (current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                if (_style.Layout == JsonLayout.Kept)
                {
                    _output.Write([current]);
                }
            }
            else
            {
                WriteToken(current, at);
            }

            at++;
        }
    }

    private void WriteToken(byte token, int at)
    {
        switch (token)
        {
            case (byte)'{' or (byte)'[':
                _output.Write([token]);
                _depth++;
                if (!IsEmpty(at))
                {
                    NewLine();
                }

                break;
            case (byte)'}' or (byte)']':
                _depth--;
                if (!WasEmpty(at))
                {
                    NewLine();
                }

                _output.Write([token]);
                break;
            case (byte)',':
                _output.Write([token]);
                NewLine();
                if (_style.Layout == JsonLayout.Spaced)
                {
                    _output.Write(" "u8);
                }

                break;
            case (byte)':':
                _output.Write(_style.Layout is JsonLayout.Kept or JsonLayout.Minified ? ":"u8 : ": "u8);
                break;
            default:
                _output.Write([token]);
                break;
        }
    }

    private readonly bool IsEmpty(int open) => _json[(open + 1)..].TrimStart(" \t\r\n"u8) is [(byte)'}' or (byte)']', ..];

    private readonly bool WasEmpty(int close) => _json[..close].TrimEnd(" \t\r\n"u8) is [.., (byte)'{' or (byte)'['];

    private readonly void NewLine()
    {
        int indent = _style.Layout switch
        {
            JsonLayout.IndentedByTwo => 2,
            JsonLayout.IndentedByFour => 4,
            _ => 0,
        };
        if (indent > 0)
        {
            _output.Write("\n"u8);
            int width = indent * _depth;
            _output.GetSpan(width)[..width].Fill((byte)' ');
            _output.Advance(width);
        }
    }

    private readonly int StringEnd(int start)
    {
        int at = start + 1;
        while (_json[at] != '"')
        {
            at += _json[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static string DecodeString(ReadOnlySpan<byte> raw)
    {
        string text = Encoding.UTF8.GetString(raw);
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                decoded.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                decoded.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }

            decoded.Append(text[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char same => same,
            });
        }

        return decoded.ToString();
    }

    private readonly void WriteString(string text)
    {
        var written = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair && !_style.EscapesNonAscii)
            {
                written.Append(c).Append(text[++i]);
            }
            else
            {
                WriteChar(written, c, mustEscape: pair || char.IsSurrogate(c));
                if (pair)
                {
                    WriteChar(written, text[++i], mustEscape: true);
                }
            }
        }

        _output.Write(Encoding.UTF8.GetBytes(written.Append('"').ToString()));
    }

    private readonly void WriteChar(StringBuilder written, char c, bool mustEscape)
    {
        string? known = c switch
        {
            '"' when !_style.AlsoEscaped.Contains(c, StringComparison.Ordinal) => "\\\"",
            '\\' => "\\\\",
            '/' => _style.EscapesSlash ? "\\/" : "/",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        if (known is not null)
        {
            written.Append(known);
        }
        else if (mustEscape || c < ' ' || (c > '\u007E' && c != '\u007F' && _style.EscapesNonAscii) || _style.AlsoEscaped.Contains(c, StringComparison.Ordinal))
        {
            written.Append("\\u").Append(((int)c).ToString(_style.UpperHex ? "X4" : "x4", CultureInfo.InvariantCulture));
        }
        else
        {
            written.Append(c);
        }
    }
}
