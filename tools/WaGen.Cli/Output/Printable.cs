using System.Globalization;
using System.Text;

namespace WaGen.Cli.Output;

/// <summary>Makes received text safe for a terminal.</summary>
internal static class Printable
{
    private const int LongestValue = 400;

    /// <summary>Writes control characters and characters that change the direction of writing as escapes.</summary>
    public static string Text(string text)
    {
        StringBuilder? safe = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsHarmful(text, i))
            {
                safe ??= new StringBuilder(text, 0, i, text.Length + 16);
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                safe?.Append(text[i]);
            }
        }

        return safe?.ToString() ?? text;
    }

    /// <summary>The same for a value, of which only the beginning is shown when it is very long.</summary>
    public static string Value(ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8);
        if (text.Length <= LongestValue)
        {
            return Text(text);
        }

        int end = char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return string.Create(CultureInfo.InvariantCulture, $"{Text(text[..end])} ... ({utf8.Length} bytes)");
    }

    private static bool IsHarmful(string text, int index)
    {
        char c = text[index];
        if (char.IsSurrogate(c))
        {
            bool paired = char.IsHighSurrogate(c)
                ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
                : index > 0 && char.IsHighSurrogate(text[index - 1]);
            return !paired;
        }

        return char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || (c is >= '\u202A' and <= '\u202E') || (c is >= '\u2066' and <= '\u2069') || c is '\u200E' or '\u200F' or '\u061C';
    }
}
