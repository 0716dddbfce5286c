using System.Security.Cryptography;
using System.Text;

namespace WaGen.Hosting;

/// <summary>Makes text from a body fit for a log: nothing of a message, no number and no id gets through.</summary>
internal static class LogText
{
    private const int LongestName = 64;
    private const int LongestPath = 256;
    private const int MostDigits = 4;

    /// <summary>A short hash that stands for an id, so that lines about the same event can be found together.</summary>
    public static string Hash(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return "-";
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return Convert.ToHexStringLower(hash[..4]);
    }

    /// <summary>A name from the wire, or <c>*</c> when it does not look like a name that somebody chose for a program.</summary>
    /// <remarks>Objects that are keyed by phone numbers or ids would otherwise put these into paths.</remarks>
    public static string Name(string? name) =>
        name is null ? "-" : IsName(name.AsSpan()) ? name : "*";

    /// <summary>A path, each step of it treated like a name. It ends where a step is no plain name: what follows cannot be told apart reliably.</summary>
    public static string Path(string? path)
    {
        if (path is null)
        {
            return "-";
        }

        int end = path.IndexOf("[\"", StringComparison.Ordinal);
        string steps = string.Join('.', (end < 0 ? path : path[..end]).Split('.').Select(Step));
        steps = steps.Length <= LongestPath ? steps : steps[..LongestPath] + "...";
        return end < 0 ? steps : steps + "[*]";
    }

    /// <summary>A plain step: a name, then indexes in brackets.</summary>
    private static string Step(string step)
    {
        int end = step.IndexOf('[', StringComparison.Ordinal);
        string name = end < 0 ? step : step[..end];
        return name.Length == 0 || IsName(name) ? step : "*" + step[name.Length..];
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        int digits = 0;
        foreach (char c in name)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (!char.IsAsciiLetter(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return digits <= MostDigits && name.Length <= LongestName;
    }
}
