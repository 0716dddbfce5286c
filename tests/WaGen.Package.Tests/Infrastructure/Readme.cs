using System.Text.RegularExpressions;

namespace WaGen.Package.Tests.Infrastructure;

/// <summary>The code blocks of the README, so that the tests run what users read.</summary>
internal static partial class Readme
{
    /// <summary>The text of the blocks of a language under a heading, in order.</summary>
    public static IReadOnlyList<string> Blocks(string heading, string language) =>
        [.. Fence().Matches(Section(heading)).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value)];

    /// <summary>The commands between the sentences under a heading that begin with a text, in order.</summary>
    public static IReadOnlyList<string> Commands(string heading, string start) =>
        [.. Quoted().Matches(Section(heading)).Select(match => match.Groups["text"].Value).Where(text => text.StartsWith(start, StringComparison.Ordinal))];

    private static string Section(string heading)
    {
        string text = File.ReadAllText(Repository.PathOf("README.md"));
        int start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The README has no heading '{heading}'.");
        int end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    [GeneratedRegex("^```(?<language>\\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
