using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace WaGen.Runtime;

// What is rare in a text, checked to the letter. A scan that fails returns the complement of the position and leaves the reason in a field.
internal sealed partial class JsonTape
{
    // Where a run of text that is not ASCII ends.
    private static readonly SearchValues<byte> TextEnd = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    // What a string can contain without more ado.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x80 - ' ').Where(static value => value is not ('"' or '\\')).Select(static value => (byte)value)]);

    private bool _escaped;
    private JsonFaultKind _faultKind;

    private static JsonFaultKind CheckStart(ReadOnlySpan<byte> utf8, int position, bool anyRoot)
    {
        if (position == utf8.Length)
        {
            return JsonFaultKind.Empty;
        }

        if (utf8.StartsWith("\uFEFF"u8))
        {
            return JsonFaultKind.ByteOrderMark;
        }

        byte first = utf8[position];
        return anyRoot || first == (byte)'{' ? JsonFaultKind.None
            : first is (byte)'[' or (byte)'"' || ScalarKind(first) != JsonKind.None ? JsonFaultKind.RootNotObject
            : JsonFaultKind.ExpectedValue;
    }

    private static JsonKind ScalarKind(byte first) => first switch
    {
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonKind.Number,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.None,
    };

    /// <summary>Skips white space around the root; that within it is the scan's.</summary>
    private static int SkipWhiteSpace(ReadOnlySpan<byte> utf8, int position)
    {
        while (position < utf8.Length && IsWhiteSpace(utf8[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>Scans a string that has escapes or text outside ASCII, or that is wrong.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="start">Where the content of the string starts.</param>
    /// <returns>The index of the closing quote.</returns>
    private int ScanText(ReadOnlySpan<byte> utf8, int start)
    {
        int position = start;
        bool ascii = true;
        _escaped = false;
        while (position < utf8.Length)
        {
            byte value = utf8[position];
            if (value == (byte)'\\')
            {
                _escaped = true;
                int end = ScanEscape(utf8, position);
                if (end < 0)
                {
                    return ascii ? end : FailText(utf8, start, ~end);
                }

                position = end;
            }
            else if (value == (byte)'"')
            {
                return ascii || Utf8.IsValid(utf8[start..position]) ? position : FailText(utf8, start, position);
            }
            else if (value < (byte)' ')
            {
                _faultKind = JsonFaultKind.ControlCharacter;
                return ascii ? ~position : FailText(utf8, start, position);
            }
            else if (value < 0x80)
            {
                int run = utf8[position..].IndexOfAnyExcept(Plain);
                position = run < 0 ? utf8.Length : position + run;
            }
            else
            {
                ascii = false;
                int run = utf8[position..].IndexOfAny(TextEnd);
                position = run < 0 ? utf8.Length : position + run;
            }
        }

        _faultKind = JsonFaultKind.UnexpectedEnd;
        return ascii ? ~position : FailText(utf8, start, position);
    }

    /// <summary>Scans one escape from its backslash on.</summary>
    private int ScanEscape(ReadOnlySpan<byte> utf8, int position)
    {
        _faultKind = JsonFaultKind.UnexpectedEnd;
        if (++position == utf8.Length)
        {
            return ~position;
        }

        byte escape = utf8[position];
        if (escape is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            return position + 1;
        }

        if (escape != (byte)'u')
        {
            _faultKind = JsonFaultKind.InvalidEscape;
            return ~position;
        }

        // Senders that escape everything outside ASCII send more of these than of anything else.
        if (position + 4 < utf8.Length && AreHexDigits(BinaryPrimitives.ReadUInt32LittleEndian(utf8[(position + 1)..])))
        {
            return position + 5;
        }

        for (int digit = 0; digit < 4; digit++)
        {
            if (++position == utf8.Length)
            {
                return ~position;
            }

            if (!char.IsAsciiHexDigit((char)utf8[position]))
            {
                _faultKind = JsonFaultKind.InvalidEscape;
                return ~position;
            }
        }

        return position + 1;
    }

    /// <summary>Tells whether four bytes are hexadecimal digits, all at once.</summary>
    internal static bool AreHexDigits(uint bytes)
    {
        // The top bit of each byte tells the answer: it is left out of the sums, so that none carries into the next byte.
        uint ascii = bytes & 0x7F7F7F7F;
        uint letters = ascii | 0x20202020;
        uint digit = (ascii + 0x50505050) & (0xB9B9B9B9 - ascii);
        uint letter = (letters + 0x1F1F1F1F) & (0xE6E6E6E6 - letters);
        return (((digit | letter) & ~bytes) & 0x80808080) == 0x80808080;
    }

    /// <summary>Fails a string at its first ill-formed sequence, or at <paramref name="position"/> for the reason noted already.</summary>
    private int FailText(ReadOnlySpan<byte> utf8, int start, int position)
    {
        while (start < position)
        {
            OperationStatus status = Rune.DecodeFromUtf8(utf8[start..position], out _, out int consumed);

            // A character that is cut off by the end of the text is no wrong byte, the text is merely too short.
            if (status == OperationStatus.InvalidData || (status == OperationStatus.NeedMoreData && position < utf8.Length))
            {
                _faultKind = JsonFaultKind.InvalidUtf8;
                return ~start;
            }

            start += consumed;
        }

        return ~position;
    }

    private int ScanNumber(ReadOnlySpan<byte> utf8, int position)
    {
        if (utf8[position] == (byte)'-')
        {
            position++;
        }

        if (position < utf8.Length && utf8[position] == (byte)'0')
        {
            position++;
            if (position < utf8.Length && char.IsAsciiDigit((char)utf8[position]))
            {
                _faultKind = JsonFaultKind.InvalidNumber;
                return ~position;
            }
        }
        else if ((position = ScanDigits(utf8, position)) < 0)
        {
            return position;
        }

        if (position < utf8.Length && utf8[position] == (byte)'.' && (position = ScanDigits(utf8, position + 1)) < 0)
        {
            return position;
        }

        if (position < utf8.Length && utf8[position] is (byte)'e' or (byte)'E')
        {
            position++;
            if (position < utf8.Length && utf8[position] is (byte)'+' or (byte)'-')
            {
                position++;
            }

            position = ScanDigits(utf8, position);
        }

        return position;
    }

    private int ScanDigits(ReadOnlySpan<byte> utf8, int position)
    {
        int start = position;
        while (position < utf8.Length && char.IsAsciiDigit((char)utf8[position]))
        {
            position++;
        }

        if (position > start)
        {
            return position;
        }

        _faultKind = position < utf8.Length ? JsonFaultKind.InvalidNumber : JsonFaultKind.UnexpectedEnd;
        return ~position;
    }

    private int ScanLiteral(ReadOnlySpan<byte> utf8, int position, JsonKind kind)
    {
        ReadOnlySpan<byte> literal = kind switch
        {
            JsonKind.True => "true"u8,
            JsonKind.False => "false"u8,
            JsonKind.Null => "null"u8,
            _ => default,
        };
        if (literal.IsEmpty)
        {
            _faultKind = JsonFaultKind.ExpectedValue;
            return ~position;
        }

        int same = utf8[position..].CommonPrefixLength(literal);
        if (same == literal.Length)
        {
            return position + same;
        }

        _faultKind = position + same < utf8.Length ? JsonFaultKind.InvalidLiteral : JsonFaultKind.UnexpectedEnd;
        return ~(position + same);
    }
}
