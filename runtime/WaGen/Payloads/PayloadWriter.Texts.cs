using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace WaGen.Runtime;

/// <summary>Texts: quoted, escaped where JSON asks for it, as UTF-8. A surrogate without its other half becomes U+FFFD.</summary>
public ref partial struct PayloadWriter
{
    /// <summary>How many characters, or bytes, are handled at a time where memory does not suffice for the whole.</summary>
    private const int LargestPiece = 4096;

    /// <summary>The most bytes that a UTF-16 unit takes as UTF-8, and the most that an escaped one takes.</summary>
    private const int BytesOfUnit = 3;
    private const int BytesOfEscape = 6;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\");

    /// <summary>Writes a text.</summary>
    /// <param name="before">How many bytes stand in front of it that do not count as used yet, so that a member needs to move on only once.</param>
    /// <param name="value">The text.</param>
    private void Append(int before, string value)
    {
        // Most texts are short and plain, for which one look at the free memory is enough.
        int used = _used + before;
        int needed = value.Length + 2;
        if (needed > _buffer.Length - used)
        {
            _used = used;
            Append((byte)'"');
            AppendRest(value);
            return;
        }

        ref byte text = ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), used);
        text = (byte)'"';
        int plain = PlainCharacters.Copy(value, ref Unsafe.Add(ref text, 1));
        if (plain == value.Length)
        {
            Unsafe.Add(ref text, plain + 1) = (byte)'"';
            _used = used + needed;
            return;
        }

        _used = used + plain + 1;
        AppendRest(value.AsSpan(plain));
    }

    /// <summary>Writes the rest of a text of any length and content, and the quote behind.</summary>
    private void AppendRest(ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<char> piece = rest.Length > LargestPiece ? rest[..LargestPiece] : rest;
            Reserve(piece.Length);
            int plain = PlainCharacters.Copy(piece, ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), _used));
            _used += plain;
            rest = rest[plain..];
            if (plain < piece.Length)
            {
                rest = rest[(rest[0] <= 0x7F ? Escape(rest[0]) : AppendForeign(rest))..];
            }
        }

        Append((byte)'"');
    }

    /// <summary>Writes characters of which the first is not ASCII, up to the next one that must be escaped.</summary>
    /// <returns>How many were written.</returns>
    private int AppendForeign(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> piece = rest.Length > LargestPiece ? rest[..LargestPiece] : rest;
        int escaped = piece.IndexOfAny(Escaped);
        ReadOnlySpan<char> run = escaped < 0 ? piece : piece[..escaped];
        if (escaped < 0 && piece.Length < rest.Length && char.IsHighSurrogate(run[^1]))
        {
            // Its other half is in the next piece.
            run = run[..^1];
        }

        Reserve(run.Length * BytesOfUnit);
        _ = Utf8.FromUtf16(run, _buffer[_used..], out _, out int written, replaceInvalidSequences: true, isFinalBlock: true);
        _used += written;
        return run.Length;
    }

    /// <summary>Writes a character that must be escaped.</summary>
    /// <returns>One, for the character that was written.</returns>
    private int Escape(char c)
    {
        Reserve(BytesOfEscape);
        byte letter = c switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => 0,
        };
        _buffer[_used++] = (byte)'\\';
        if (letter != 0)
        {
            _buffer[_used++] = letter;
            return 1;
        }

        "u00"u8.CopyTo(_buffer[_used..]);
        _used += 3;
        _buffer[_used++] = (byte)('0' + (c >> 4));
        _buffer[_used++] = "0123456789abcdef"u8[c & 0xF];
        return 1;
    }
}
