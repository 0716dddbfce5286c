using System.Security.Cryptography;
using System.Text;

namespace WaGen.Cli.Trigger;

/// <summary>Makes ids that look like given ones.</summary>
internal static class NewId
{
    private const string MessagePrefix = "wamid.";
    private const int LongestPrefix = 12;
    private const int ShortestMixture = 16;

    /// <summary>Whether a text is an id rather than a word: it holds a digit, starts as the ids of messages do, or is a long mixture of letters.</summary>
    public static bool CanReplace(string id) =>
        id.AsSpan().ContainsAnyInRange('0', '9')
        || (id.StartsWith(MessagePrefix, StringComparison.Ordinal) && id.Length > MessagePrefix.Length)
        || (id.Length >= ShortestMixture && id.AsSpan().IndexOfAnyExcept(Letters) < 0 && id.Any(char.IsAsciiLetterUpper) && id.Any(char.IsAsciiLetterLower));

    /// <summary>Makes another id of the same length and shape.</summary>
    public static string Like(string id)
    {
        if (!id.StartsWith(MessagePrefix, StringComparison.Ordinal) || id.Length == MessagePrefix.Length)
        {
            return SameShape(id);
        }

        int padding = id.Length - id.TrimEnd('=').Length;
        int length = id.Length - MessagePrefix.Length;
        string text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(length))[..(length - padding)];
        return MessagePrefix + text + id[^padding..];
    }

    private static string SameShape(string id)
    {
        var minted = new StringBuilder(id.Length);
        int start = PrefixLength(id);
        minted.Append(id, 0, start);
        for (int i = start; i < id.Length; i++)
        {
            // A number does not start with zero.
            int least = i == start && id[i] != '0' ? 1 : 0;
            minted.Append(id[i] switch
            {
                >= '0' and <= '9' => (char)('0' + RandomNumberGenerator.GetInt32(least, 10)),
                >= 'a' and <= 'f' when IsHex(id) => "abcdef"[RandomNumberGenerator.GetInt32(6)],
                >= 'A' and <= 'F' when IsHex(id) => "ABCDEF"[RandomNumberGenerator.GetInt32(6)],
                >= 'a' and <= 'z' => (char)('a' + RandomNumberGenerator.GetInt32(26)),
                >= 'A' and <= 'Z' => (char)('A' + RandomNumberGenerator.GetInt32(26)),
                char other => other,
            });
        }

        // One short number in ten would otherwise stay as it is.
        string result = minted.ToString();
        return result == id ? SameShape(id) : result;
    }

    /// <summary>Gets the length of letters and a separator before the id proper, such as the country of a user id.</summary>
    private static int PrefixLength(string id)
    {
        int separator = id.AsSpan().IndexOfAny('.', ':', '_');
        return separator > 0 && separator < LongestPrefix && separator + 1 < id.Length && id.AsSpan(0, separator).IndexOfAnyExcept(Letters) < 0
            ? separator + 1
            : 0;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF-");

    private static bool IsHex(string id) => id.AsSpan().IndexOfAnyExcept(HexDigits) < 0;
}
