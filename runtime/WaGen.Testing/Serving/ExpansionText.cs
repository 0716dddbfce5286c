namespace WaGen.Testing;

/// <summary>Reads arguments of fields: <c>analytics.start(1).phone_numbers(["1"])</c>.</summary>
internal static class ExpansionText
{
    /// <summary>Finds the arguments of a field.</summary>
    /// <param name="fields">What a request asks for.</param>
    /// <param name="member">The field.</param>
    /// <returns>The arguments by their names; null when the field is not asked for with arguments.</returns>
    public static Dictionary<string, string>? Find(string fields, string member)
    {
        int start = fields.StartsWith(member + '.', StringComparison.Ordinal) ? 0 : fields.IndexOf($",{member}.", StringComparison.Ordinal) + 1;
        if (start == 0 && !fields.StartsWith(member + '.', StringComparison.Ordinal))
        {
            return null;
        }

        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        int position = start + member.Length;
        while (position < fields.Length && fields[position] == '.')
        {
            int open = fields.IndexOf('(', position);
            int close = open < 0 ? -1 : CloseOf(fields, open);
            if (close < 0)
            {
                break;
            }

            arguments[fields[(position + 1)..open].Trim()] = fields[(open + 1)..close];
            position = close + 1;
        }

        return arguments;
    }

    /// <summary>The end of an argument. Brackets inside of texts do not count.</summary>
    private static int CloseOf(string text, int open)
    {
        int depth = 0;
        bool isText = false;
        for (int i = open; i < text.Length; i++)
        {
            isText ^= text[i] == '"';
            depth += isText ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
