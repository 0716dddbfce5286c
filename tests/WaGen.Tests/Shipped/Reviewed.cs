using System.Runtime.CompilerServices;

namespace WaGen.Tests.Shipped;

/// <summary>Compares a text with a reviewed file beside the tests.</summary>
internal static class Reviewed
{
    /// <summary>Fails with the place of the received text when it differs; WAGEN_UPDATE_SNAPSHOTS=1 accepts it.</summary>
    public static void Equal(string name, string received, [CallerFilePath] string test = "")
    {
        string verified = Path.Combine(Path.GetDirectoryName(test)!, name + ".verified.txt");
        if (Environment.GetEnvironmentVariable("WAGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, received);
        }

        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : string.Empty;
        if (!string.Equals(expected, received, StringComparison.Ordinal))
        {
            string path = Path.ChangeExtension(Path.ChangeExtension(verified, null), ".received.txt");
            File.WriteAllText(path, received);
            Assert.Fail($"{verified} differs from {path}. Review the difference; WAGEN_UPDATE_SNAPSHOTS=1 accepts it.");
        }
    }
}
