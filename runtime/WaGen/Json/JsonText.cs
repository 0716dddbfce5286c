using System.Text;

namespace WaGen.Runtime;

/// <summary>Decoding of string contents.</summary>
internal static class JsonText
{
    /// <summary>Decodes the escapes of a string whose syntax was checked. A lone surrogate becomes U+FFFD.</summary>
    /// <param name="content">What stands between the quotes.</param>
    /// <param name="destination">Receives the text; as many bytes as <paramref name="content"/> has are always enough.</param>
    /// <returns>The bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        int read = 0;
        int written = 0;
        while (read < content.Length)
        {
            if (content[read] != (byte)'\\')
            {
                ReadOnlySpan<byte> plain = content[read..];
                int run = plain.IndexOf((byte)'\\');
                plain = run < 0 ? plain : plain[..run];
                plain.CopyTo(destination[written..]);
                read += plain.Length;
                written += plain.Length;
                continue;
            }

            byte escape = content[read + 1];
            if (escape == (byte)'u')
            {
                var rune = DecodeRune(content, ref read);
                written += rune.EncodeToUtf8(destination[written..]);
                continue;
            }

            destination[written++] = escape switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                _ => escape,
            };
            read += 2;
        }

        return written;
    }

    private static Rune DecodeRune(ReadOnlySpan<byte> content, ref int read)
    {
        char first = HexChar(content.Slice(read + 2, 4));
        read += 6;
        if (!char.IsSurrogate(first))
        {
            return new Rune(first);
        }

        ReadOnlySpan<byte> rest = content[read..];
        if (rest.Length >= 6 && rest[0] == (byte)'\\' && rest[1] == (byte)'u' && Rune.TryCreate(first, HexChar(rest.Slice(2, 4)), out Rune pair))
        {
            read += 6;
            return pair;
        }

        return Rune.ReplacementChar;
    }

    private static char HexChar(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            value = (value << 4) | HexValue(digit);
        }

        return (char)value;
    }

    private static int HexValue(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
