using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace WaGen.Runtime;

/// <summary>The regular expressions of schemas, made when they are first asked for.</summary>
internal static class PayloadPatterns
{
    private static readonly ConcurrentDictionary<string, Regex> Made = new(StringComparer.Ordinal);

    /// <summary>Whether a text has a form. Takes time in proportion to the text, whatever the pattern is.</summary>
    public static bool IsMatch(string pattern, string text) =>
        Made.GetOrAdd(pattern, static p => new Regex(p, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout)).IsMatch(text);
}
