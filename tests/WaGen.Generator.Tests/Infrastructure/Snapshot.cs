using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Compares text with a reviewed file beside the test, <c>X.verified.cs</c>; what came out instead is <c>X.received.cs</c>.</summary>
internal static partial class Snapshot
{
    private const string UpdateVariable = "WAGEN_UPDATE_SNAPSHOTS";

    /// <summary>Fails unless the text is that of the verified file.</summary>
    /// <param name="text">The text; the version of the generator in it does not count.</param>
    /// <param name="name">The name of the files, with folders below that of the test.</param>
    /// <param name="extension">The ending of the files.</param>
    /// <param name="testFile">The test, filled in by the compiler.</param>
    public static void Verify(string text, string name, string extension, [CallerFilePath] string testFile = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        string verified = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string scrubbed = Version().Replace(text, "GeneratedCode(\"WaGen\", \"{version}\")");
        if (string.Equals(Environment.GetEnvironmentVariable(UpdateVariable), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(verified, scrubbed);
        }

        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : string.Empty;
        if (string.Equals(expected, scrubbed, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, scrubbed);
        Assert.Fail($"'{received}' differs from the verified file, {FirstDifference(expected, scrubbed)}\nIf the change is meant, run the tests once with {UpdateVariable}=1 and review what the verified files say.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] old = expected.Split('\n');
        string[] current = actual.Split('\n');
        int line = old.Zip(current).TakeWhile(static p => string.Equals(p.First, p.Second, StringComparison.Ordinal)).Count();
        return $"first in line {line + 1}:\n  verified: {old.ElementAtOrDefault(line)}\n  received: {current.ElementAtOrDefault(line)}";
    }

    [GeneratedRegex("""GeneratedCode\("WaGen", "[^"]*"\)""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Version();
}
