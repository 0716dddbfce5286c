using System.Text.RegularExpressions;

namespace WaGen.Package.Tests.Infrastructure;

/// <summary>Where the projects of the folder Rules say themselves which diagnostic is to be reported.</summary>
/// <remarks>
/// A C# line ends with the ids in a remark, and so does a property in a project file. JSON has no remarks: a file expected.txt beside the schemas names rule,
/// file and the text that the diagnostic begins at.
/// </remarks>
internal static partial class RuleMarks
{
    private const string ListName = "expected.txt";

    /// <summary>The places that are marked in a project, written as <see cref="PlaceOf"/> writes those of a build.</summary>
    /// <param name="directory">The directory of the project.</param>
    public static IReadOnlyList<string> In(string directory) =>
        [.. Sources(directory).SelectMany(file => MarksOf(directory, file)).Order(StringComparer.Ordinal)];

    /// <summary>The paths of the files of a project that people have written, apart from lists of marks.</summary>
    public static IEnumerable<string> Files(string directory) =>
        Sources(directory).Select(file => Path.GetRelativePath(directory, file)).Where(file => Path.GetFileName(file) != ListName).Order(StringComparer.Ordinal);

    /// <summary>The place of a problem, to the column in JSON, to the line in C#, and without any when it concerns the project.</summary>
    /// <param name="directory">The directory of the project.</param>
    /// <param name="problem">The problem.</param>
    public static string PlaceOf(string directory, BuildProblem problem) => problem.File switch
    {
        null => $"{Path.GetFileName(problem.Project)}: {problem.Id}",
        { } file when file.EndsWith(".json", StringComparison.Ordinal) => $"{Name(directory, file)}({problem.Line},{problem.Column}): {problem.Id}",
        { } file => $"{Name(directory, file)}({problem.Line}): {problem.Id}",
    };

    private static IEnumerable<string> Sources(string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(file => Path.GetRelativePath(directory, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    private static IEnumerable<string> MarksOf(string directory, string file) => Path.GetFileName(file) switch
    {
        ListName => File.ReadLines(file).Where(line => line[0] != '#').Select(line => Listed(directory, file, line.Split(' ', 3))),
        _ when file.EndsWith(".cs", StringComparison.Ordinal) =>
            File.ReadLines(file).SelectMany((line, index) => Ids(line, CSharpMark()).Select(id => $"{Name(directory, file)}({index + 1}): {id}")),
        _ when file.EndsWith(".csproj", StringComparison.Ordinal) =>
            File.ReadLines(file).SelectMany(line => Ids(line, ProjectMark()).Select(id => $"{Name(directory, file)}: {id}")),
        _ => [],
    };

    private static string Listed(string directory, string list, string[] parts)
    {
        string file = Path.Combine(Path.GetDirectoryName(list)!, parts[1]);
        string text = File.ReadAllText(file);
        int start = text.IndexOf(parts[2], StringComparison.Ordinal);
        Assert.True(start >= 0 && text.IndexOf(parts[2], start + 1, StringComparison.Ordinal) < 0, $"{parts[1]} must have exactly one {parts[2]}.");
        return $"{Name(directory, file)}({text.AsSpan(0, start).Count('\n') + 1},{start - text.LastIndexOf('\n', start)}): {parts[0]}";
    }

    private static IEnumerable<string> Ids(string line, Regex mark) => mark.Match(line).Groups["id"].Captures.Select(capture => capture.Value);

    private static string Name(string directory, string file) => Path.GetRelativePath(directory, file).Replace('\\', '/');

    [GeneratedRegex(@"// (?<id>[A-Z]+\d+)(, (?<id>[A-Z]+\d+))*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CSharpMark();

    [GeneratedRegex(@"<!-- (?<id>[A-Z]+\d+)(, (?<id>[A-Z]+\d+))* -->$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectMark();
}
