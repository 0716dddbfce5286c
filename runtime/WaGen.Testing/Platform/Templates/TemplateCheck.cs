using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WaGen.Testing;

/// <summary>Finds what the platform refuses at once in new and changed templates. What schemas say is checked before.</summary>
internal static partial class TemplateCheck
{
    private const int BadComponent = 2388039;
    private const int TooLong = 2388040;
    private const int BadHeader = 2388047;
    private const int BadBody = 2388072;
    private const int BadFooter = 2388073;
    private const int TooManyVariables = 2388293;
    private const int VariableAtEdge = 2388299;
    private const int LongestHeader = 60;
    private const int LongestBody = 1024;
    private const int LongestOfferBody = 600;
    private const int LongestFooter = 60;
    private const int LettersForVariable = 3;
    private static readonly string[] Categories = ["AUTHENTICATION", "MARKETING", "UTILITY"];
    private static readonly string[] MarketingOnly = ["CAROUSEL", "LIMITED_TIME_OFFER"];

    /// <summary>Checks the name.</summary>
    public static TemplateProblem? CheckName(string name) =>
        NamePattern().IsMatch(name) ? null : new TemplateProblem(Subcode: null, "Template name is not valid", "A name has lower-case letters, digits and underscores, at most 512.");

    /// <summary>Checks the category.</summary>
    public static TemplateProblem? CheckCategory(string category) =>
        Categories.Contains(category, StringComparer.Ordinal) ? null : new TemplateProblem(Subcode: null, "Category is not valid", "A category is AUTHENTICATION, MARKETING or UTILITY.");

    /// <summary>Checks how long delivery may be tried.</summary>
    public static TemplateProblem? CheckLifetime(string category, long? seconds)
    {
        bool isRight = (category, seconds) switch
        {
            (_, null) or ("AUTHENTICATION" or "UTILITY", -1) => true,
            ("AUTHENTICATION", _) => seconds is >= 30 and <= 900,
            ("UTILITY", _) => seconds is >= 30 and <= 43200,
            _ => seconds is >= 43200 and <= 2592000,
        };
        return isRight ? null : new TemplateProblem(Subcode: null, "Time to live is not valid", "The time to live is out of the range of the category.");
    }

    /// <summary>Checks the parts.</summary>
    /// <param name="category">The category in capitals.</param>
    /// <param name="components">The parts, in the form of <see cref="TemplateForm"/>.</param>
    /// <param name="isNamed">Whether variables have names.</param>
    public static TemplateProblem? CheckComponents(string category, JsonArray components, bool isNamed)
    {
        JsonObject[] parts = [.. components.OfType<JsonObject>()];
        string[] types = [.. parts.Select(static p => p.Word("type"))];
        if (types.GroupBy(static t => t, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            return new TemplateProblem(BadComponent, "Component sub-code is not valid", $"There may be one component of the type {twice.Key}.");
        }

        if (!types.Contains("BODY", StringComparer.Ordinal))
        {
            return new TemplateProblem(BadBody, "Body is missing", "A template must have a component of the type BODY.");
        }

        if (category is not "MARKETING" && Array.Find(types, static t => MarketingOnly.Contains(t, StringComparer.Ordinal)) is { } marketing)
        {
            return new TemplateProblem(BadComponent, "Component does not fit the category", $"Only marketing templates may have a component of the type {marketing}.");
        }

        bool hasOffer = types.Contains("LIMITED_TIME_OFFER", StringComparer.Ordinal);
        if (hasOffer && types.Contains("FOOTER", StringComparer.Ordinal))
        {
            return new TemplateProblem(BadFooter, "Footer is not allowed", "A template with an offer has no footer.");
        }

        return parts.Select(part => part.Word("type") switch
        {
            "HEADER" => CheckHeader(part, category),
            "BODY" => CheckBody(part, category, hasOffer, isNamed),
            "FOOTER" => CheckFooter(part, category),
            "BUTTONS" => TemplateButtonCheck.Check(part, category),
            _ => null,
        }).FirstOrDefault(static problem => problem is not null);
    }

    /// <summary>Finds the variables of a text, each once.</summary>
    public static string[] VariablesOf(string text) => [.. VariablePattern().Matches(text).Select(static m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static TemplateProblem? CheckHeader(JsonObject header, string category)
    {
        if (category is "AUTHENTICATION")
        {
            return new TemplateProblem(BadHeader, "Header is not allowed", "Authentication templates have no header.");
        }

        if (header.Word("format") is not "TEXT")
        {
            return header.Word("format") is "IMAGE" or "VIDEO" or "DOCUMENT" or "GIF" && header["example"]?["header_handle"] is not JsonArray { Count: 1 }
                ? new TemplateProblem(BadHeader, "Header example is missing", "A header with a file needs an example: the handle of an upload.")
                : null;
        }

        string text = header.Said("text");
        return text.Length is 0 or > LongestHeader ? new TemplateProblem(text.Length == 0 ? BadHeader : TooLong, "Header is not valid", "A header has 1 to 60 characters.")
            : VariablesOf(text).Length > 1 ? new TemplateProblem(BadHeader, "Header is not valid", "A header has at most one variable.")
            : VariablesOf(text).Length == 1 && header["example"] is not JsonObject ? new TemplateProblem(BadHeader, "Header example is missing", "A header with a variable needs an example.")
            : null;
    }

    private static TemplateProblem? CheckBody(JsonObject body, string category, bool hasOffer, bool isNamed)
    {
        if (category is "AUTHENTICATION")
        {
            return null;
        }

        string text = body.Said("text").Trim();
        int longest = hasOffer ? LongestOfferBody : LongestBody;
        if (text.Length == 0 || text.Length > longest)
        {
            return new TemplateProblem(text.Length == 0 ? BadBody : TooLong, "Body is not valid", string.Create(CultureInfo.InvariantCulture, $"A body has 1 to {longest} characters."));
        }

        string[] variables = VariablesOf(text);
        if (variables.Length == 0)
        {
            return null;
        }

        bool fits = isNamed ? Array.TrueForAll(variables, static v => VariableName().IsMatch(v)) : variables.Order(StringComparer.Ordinal).SequenceEqual(Positions(variables.Length).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        return !fits ? new TemplateProblem(BadBody, "Variables are not valid", isNamed ? "Variables are named with lower-case letters, digits and underscores." : "Variables are numbered from 1 without gaps.")
            : text.StartsWith("{{", StringComparison.Ordinal) || text.EndsWith("}}", StringComparison.Ordinal) ? new TemplateProblem(VariableAtEdge, "Variables cannot be at the start or end", "A body must not start or end with a variable.")
            : VariablePattern().Replace(text, string.Empty).Length < variables.Length * LettersForVariable ? new TemplateProblem(TooManyVariables, "Too many variables", "The text is too short for that many variables.")
            : body["example"] is not JsonObject ? new TemplateProblem(BadBody, "Body example is missing", "A body with variables needs an example.")
            : null;
    }

    private static TemplateProblem? CheckFooter(JsonObject footer, string category)
    {
        string text = footer.Said("text");
        return category is "AUTHENTICATION" || text.Length is > 0 and <= LongestFooter ? null : new TemplateProblem(text.Length == 0 ? BadFooter : TooLong, "Footer is not valid", "A footer has 1 to 60 characters.");
    }

    private static IEnumerable<string> Positions(int count) => Enumerable.Range(1, count).Select(static n => n.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("^[a-z0-9_]{1,512}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z0-9_]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}]+?)\s*\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariablePattern();
}
