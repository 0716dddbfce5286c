using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace WaGen.Runtime;

/// <summary>The regular expressions of schemas, made when they are first asked for.</summary>
/// <remarks>Patterns of JSON Schema are those of ECMAScript: <c>$</c> is the very end, and <c>\d</c> and <c>\w</c> are ASCII.</remarks>
internal static class PayloadPatterns
{
    /// <summary>How long a pattern may take that cannot be matched in linear time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly ConcurrentDictionary<string, Regex?> Made = new(StringComparer.Ordinal);

    /// <summary>Whether a text has a form. A pattern that cannot be used, or takes too long, refuses nothing: the API has the last word.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        try
        {
            return Made.GetOrAdd(pattern, static p => Make(p))?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static Regex? Make(string pattern)
    {
        string translated = Translate(pattern);
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            // Looking around or back is only possible with backtracking.
            return new Regex(translated, RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Says in the words of .NET what the pattern means in ECMAScript.</summary>
    private static string Translate(string pattern)
    {
        var translated = new StringBuilder(pattern.Length + 8);
        bool inClass = false;
        for (int index = 0; index < pattern.Length; index++)
        {
            char c = pattern[index];
            if (c == '\\' && index + 1 < pattern.Length)
            {
                char escape = pattern[++index];
                translated.Append((escape, inClass) switch
                {
                    ('d', true) => "0-9",
                    ('d', false) => "[0-9]",
                    ('D', false) => "[^0-9]",
                    ('w', true) => "0-9A-Z_a-z",
                    ('w', false) => "[0-9A-Z_a-z]",
                    ('W', false) => "[^0-9A-Z_a-z]",
                    _ => $"\\{escape}",
                });
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            translated.Append(c == '$' && !inClass ? "\\z" : c.ToString());
        }

        return translated.ToString();
    }
}
