namespace WaGen.Cli.Verify;

/// <summary>A way to write the same JSON.</summary>
internal readonly record struct JsonStyle(JsonLayout Layout, bool EscapesNonAscii, bool UpperHex, bool EscapesSlash, string AlsoEscaped)
{
    /// <summary>Characters that common libraries escape though JSON does not ask for it.</summary>
    private static readonly string[] Extras = [string.Empty, "<>&", "<>&'+`\"\u007F", "<%@"];

    /// <summary>Gets all styles, those that change least first.</summary>
    public static IEnumerable<JsonStyle> All { get; } =
    [
        .. from layout in Enum.GetValues<JsonLayout>()
           from extra in Extras
           from slash in new[] { false, true }
           from ascii in new[] { true, false }
           from upper in new[] { false, true }
           select new JsonStyle(layout, ascii, upper, slash, extra),
    ];

    /// <summary>Says how the style writes a body, in words that complete "when it is written ...".</summary>
    /// <param name="hasNonAscii">Whether the body holds characters beyond ASCII, escaped or not.</param>
    /// <param name="hasSlash">Whether it holds slashes.</param>
    /// <param name="hasExtra">Whether it holds one of <see cref="AlsoEscaped"/>.</param>
    public string Describe(bool hasNonAscii, bool hasSlash, bool hasExtra)
    {
        var parts = new List<string>();
        switch (Layout)
        {
            case JsonLayout.Minified:
                parts.Add("without white space");
                break;
            case JsonLayout.Spaced:
                parts.Add("in one line with a space after each comma and colon");
                break;
            case JsonLayout.IndentedByTwo:
                parts.Add("indented by two");
                break;
            case JsonLayout.IndentedByFour:
                parts.Add("indented by four");
                break;
        }

        if (hasNonAscii)
        {
            parts.Add(EscapesNonAscii ? $"with \\u escapes ({(UpperHex ? "upper" : "lower")}-case digits) for characters beyond ASCII" : "with plain UTF-8 instead of \\u escapes");
        }

        if (hasSlash)
        {
            parts.Add(EscapesSlash ? "with slashes as \\/" : "with slashes as they are");
        }

        if (hasExtra)
        {
            parts.Add($"with \\u escapes for some of {AlsoEscaped.Replace("\u007F", string.Empty, StringComparison.Ordinal)}");
        }

        return parts.Count == 0 ? "with other escapes" : string.Join(", ", parts);
    }
}

/// <summary>Where white space stands between the parts of JSON.</summary>
internal enum JsonLayout
{
    /// <summary>Where it stands now.</summary>
    Kept,

    /// <summary>Nowhere.</summary>
    Minified,

    /// <summary>After commas and colons.</summary>
    Spaced,

    /// <summary>Lines indented by two spaces.</summary>
    IndentedByTwo,

    /// <summary>Lines indented by four spaces.</summary>
    IndentedByFour,
}
