using System.Globalization;
using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>Reads numbers, times and booleans from the text of a JSON number or string. Nothing here throws.</summary>
/// <remarks>Numbers are written as in JSON; leading zeros are read too, since senders pad digits in strings.</remarks>
internal static class JsonScalars
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // The seconds of 0001-01-01T00:00:00Z and of 9999-12-31T23:59:59Z.
    private const long MinUnixTime = -62_135_596_800;
    private const long MaxUnixTime = 253_402_300_799;

    // As many digits fit whatever they are: into 64 bits, and into the range of times.
    private const int SafeDigits = 18;
    private const int SafeTimeDigits = 11;

    /// <summary>Reads a whole number: digits with an optional minus.</summary>
    public static bool TryGetInt64(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        bool negative = text.Length > 0 && text[0] == (byte)'-';
        ReadOnlySpan<byte> digits = negative ? text[1..] : text;
        if (digits.IsEmpty)
        {
            return false;
        }

        if (digits.Length <= SafeDigits)
        {
            long sum = 0;
            foreach (byte digit in digits)
            {
                uint step = (uint)(digit - '0');
                if (step > 9)
                {
                    return false;
                }

                sum = (sum * 10) + step;
            }

            value = negative ? -sum : sum;
            return true;
        }

        // Counts downwards, because the smallest number has no positive counterpart.
        long result = 0;
        foreach (byte digit in digits)
        {
            int step = digit - '0';
            if ((uint)step > 9 || result < (long.MinValue + step) / 10)
            {
                return false;
            }

            result = (result * 10) - step;
        }

        if (!negative && result == long.MinValue)
        {
            return false;
        }

        value = negative ? result : -result;
        return true;
    }

    /// <summary>Reads a decimal number. More digits than <see cref="decimal"/> has are rounded.</summary>
    public static bool TryGetDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        return IsNumber(text) && decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a finite floating-point number.</summary>
    public static bool TryGetDouble(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (IsNumber(text) && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out double parsed) && double.IsFinite(parsed))
        {
            value = parsed;
            return true;
        }

        return false;
    }

    /// <summary>Reads a time given in whole seconds since 1970-01-01T00:00:00Z.</summary>
    public static bool TryGetUnixTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        if (TryGetInt64(text, out long seconds) && seconds is >= MinUnixTime and <= MaxUnixTime)
        {
            value = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Tells whether <see cref="TryGetInt64"/> can read the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsInt64(ReadOnlySpan<byte> text) => AreDigits(text, SafeDigits) || TryGetInt64(text, out _);

    /// <summary>Tells whether <see cref="TryGetUnixTime"/> can read the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsUnixTime(ReadOnlySpan<byte> text) => AreDigits(text, SafeTimeDigits) || TryGetUnixTime(text, out _);

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static bool TryGetBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.SequenceEqual("true"u8);
        return value || text.SequenceEqual("false"u8);
    }

    /// <summary>Tells whether the text is an optional minus, digits, an optional fraction and an optional exponent.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        int position = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        if (!SkipDigits(text, ref position))
        {
            return false;
        }

        if (position < text.Length && text[position] == (byte)'.')
        {
            position++;
            if (!SkipDigits(text, ref position))
            {
                return false;
            }
        }

        if (position < text.Length && (text[position] | 0x20) == 'e')
        {
            position++;
            if (position < text.Length && text[position] is (byte)'+' or (byte)'-')
            {
                position++;
            }

            if (!SkipDigits(text, ref position))
            {
                return false;
            }
        }

        return position == text.Length;
    }

    private static bool AreDigits(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length == 0 || text.Length > most)
        {
            return false;
        }

        foreach (byte digit in text)
        {
            if ((uint)(digit - '0') > 9)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SkipDigits(ReadOnlySpan<byte> text, ref int position)
    {
        int start = position;
        while (position < text.Length && (uint)(text[position] - '0') <= 9)
        {
            position++;
        }

        return position > start;
    }
}
