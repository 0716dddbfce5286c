using System.Globalization;
using System.Text.RegularExpressions;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Compares a value that is no container with its schema.</summary>
internal static class ScalarCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>What does not fit; null when everything does.</summary>
    public static string? Find(JsonNode value, LocatedSchema schema, SchemaTypes types) => value.Kind switch
    {
        JsonNodeKind.String when (types & SchemaTypes.String) is not SchemaTypes.None => Text(value.Text, schema, types),
        JsonNodeKind.Number when (types & SchemaTypes.Number) is not SchemaTypes.None || ((types & SchemaTypes.Integer) is not SchemaTypes.None && IsInteger(value.Text)) => Number(value.Text, schema),
        JsonNodeKind.True or JsonNodeKind.False when (types & SchemaTypes.Boolean) is not SchemaTypes.None => null,
        _ => $"{KindOf(value)} stands where the schema has {Names(types)}",
    };

    /// <summary>Why a number breaks a limit; null when it does not, or there is none.</summary>
    public static string? Limit(LocatedSchema schema, string keyword, double number, bool isLower)
    {
        if (schema.Node.Json[keyword] is not { Kind: JsonNodeKind.Number } limit || !TryNumber(limit.Text, out double value) || (isLower ? number >= value : number <= value))
        {
            return null;
        }

        return $"{number.ToString(CultureInfo.InvariantCulture)} is {(isLower ? "less than the least" : "more than the most")} {limit.Text}";
    }

    /// <summary>What a value is, with its article.</summary>
    public static string KindOf(JsonNode value) => value.Kind switch
    {
        JsonNodeKind.Object => "an object",
        JsonNodeKind.Array => "an array",
        JsonNodeKind.String => "a string",
        JsonNodeKind.Number => "a number",
        JsonNodeKind.Null => "null",
        _ => "a boolean",
    };

    private static string? Text(string text, LocatedSchema schema, SchemaTypes types)
    {
        if (schema.Node.Values.Count > 0)
        {
            return schema.Values.Contains(text, StringComparer.Ordinal) ? null
                : schema.Node.IsConst ? $"the schema has '{schema.Node.Values[0].Text}' there and nothing else"
                : $"'{Shorten(text)}' is no value of the enumeration";
        }

        if (!Reads(text, schema.Node.Format, types))
        {
            return $"the text '{Shorten(text)}' cannot be read as {Target(schema.Node.Format, types)}";
        }

        int length = new StringInfo(text).LengthInTextElements;
        return Limit(schema, "minLength", length, isLower: true) is { } shorter ? shorter + " characters"
            : Limit(schema, "maxLength", length, isLower: false) is { } longer ? longer + " characters"
            : schema.Node.Json["pattern"] is { Kind: JsonNodeKind.String } pattern && !Matches(text, pattern.Text) ? $"'{Shorten(text)}' does not match the pattern {pattern.Text}"
            : null;
    }

    private static string? Number(string text, LocatedSchema schema) => !TryNumber(text, out double number) ? null
        : Limit(schema, "minimum", number, isLower: true) ?? Limit(schema, "maximum", number, isLower: false);

    /// <summary>Whether a text can be read as the type that it stands for.</summary>
    private static bool Reads(string text, string? format, SchemaTypes types) => format switch
    {
        SchemaFormats.UnixTime => IsInteger(text),
        SchemaFormats.Decimal or SchemaFormats.Double => TryNumber(text, out _),
        not null => true,
        _ when (types & SchemaTypes.Number) is not SchemaTypes.None => TryNumber(text, out _),
        _ when (types & SchemaTypes.Integer) is not SchemaTypes.None => IsInteger(text),
        _ when (types & SchemaTypes.Boolean) is not SchemaTypes.None => text is "true" or "false",
        _ => true,
    };

    private static string Target(string? format, SchemaTypes types) => format is SchemaFormats.UnixTime ? "whole seconds since 1970"
        : format is null && (types & SchemaTypes.Boolean) is not SchemaTypes.None ? "true or false"
        : format is null && (types & SchemaTypes.Number) is SchemaTypes.None ? "a whole number"
        : "a number";

    private static bool IsInteger(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    /// <summary>Whether a pattern matches; one that .NET cannot read or takes long is not held against an example.</summary>
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript | RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception problem) when (problem is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string Names(SchemaTypes types) => string.Join(" or ", Enum.GetValues(typeof(SchemaTypes)).Cast<SchemaTypes>()
        .Where(t => t is not SchemaTypes.None && (types & t) == t)
        .Select(static t => t.ToString().ToLowerInvariant()));

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "…";
}
