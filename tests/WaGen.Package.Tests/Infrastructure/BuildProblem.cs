using System.Globalization;
using System.Text.RegularExpressions;

namespace WaGen.Package.Tests.Infrastructure;

/// <summary>An error or a warning that a build has printed.</summary>
/// <param name="Project">The path of the project file.</param>
/// <param name="File">The path of the file; <see langword="null"/> when the problem is one of the project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Severity">As printed: error or warning.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">The message, with the address of its page behind it.</param>
internal sealed partial record BuildProblem(string Project, string? File, int Line, int Column, string Severity, string Id, string Message)
{
    /// <summary>The problems of a build, each once although a build repeats them at its end.</summary>
    public static IReadOnlyList<BuildProblem> Of(CommandResult build) =>
        [.. build.Lines.Select(line => Problem().Match(line)).Where(match => match.Success).Select(Create).Distinct()];

    private static BuildProblem Create(Match match) => new(
        match.Groups["project"].Value,
        match.Groups["file"].Success ? Path.GetFullPath(match.Groups["file"].Value) : null,
        Number(match.Groups["line"]),
        Number(match.Groups["column"]),
        match.Groups["severity"].Value,
        match.Groups["id"].Value,
        match.Groups["message"].Value);

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*((?<file>[^(]+)\((?<line>\d+),(?<column>\d+)\)|[^:(]+) ?: (?<severity>error|warning) (?<id>\w+): (?<message>.*) \[(?<project>[^\]]+)\]$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Problem();
}
