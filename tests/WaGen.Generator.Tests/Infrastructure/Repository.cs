using System.Runtime.CompilerServices;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Finds files of the repository that the tests are part of.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution, with a separator at its end.</summary>
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Root + path);

    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Root + folder, "*.cs", SearchOption.AllDirectories)
        .Where(static f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", "..", "..")) + Path.DirectorySeparatorChar;
}
