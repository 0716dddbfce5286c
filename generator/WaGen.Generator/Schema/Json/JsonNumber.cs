namespace WaGen.Generator.Schema.Json;

/// <summary>The grammar of JSON numbers.</summary>
internal static class JsonNumber
{
    /// <summary>Explains what is wrong with a number; <see langword="null"/> when nothing is.</summary>
    /// <param name="number">A text that starts with a minus sign or a digit.</param>
    public static string? Check(string number)
    {
        int i = number[0] == '-' ? 1 : 0;
        if (!IsDigit(number, i))
        {
            return $"'{number}' is no JSON number: a digit is missing after '-'";
        }

        if (number[i] == '0' && IsDigit(number, i + 1))
        {
            return $"'{number}' is no JSON number: leading zeros are not allowed";
        }

        i = SkipDigits(number, i);
        if (i < number.Length && number[i] == '.')
        {
            if (!IsDigit(number, i + 1))
            {
                return $"'{number}' is no JSON number: a digit is missing after '.'";
            }

            i = SkipDigits(number, i + 1);
        }

        if (i < number.Length && number[i] is 'e' or 'E')
        {
            i++;
            i = i < number.Length && number[i] is '+' or '-' ? i + 1 : i;
            if (!IsDigit(number, i))
            {
                return $"'{number}' is no JSON number: the exponent has no digits";
            }

            i = SkipDigits(number, i);
        }

        return i == number.Length ? null : $"'{number}' is no JSON number";
    }

    private static bool IsDigit(string text, int index) => index < text.Length && text[index] is >= '0' and <= '9';

    private static int SkipDigits(string text, int index)
    {
        while (IsDigit(text, index))
        {
            index++;
        }

        return index;
    }
}
