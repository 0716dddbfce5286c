namespace WaGen.Package.Tests.Infrastructure;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, IReadOnlyList<string> Lines)
{
    public string Output => string.Join('\n', Lines);

    /// <summary>The compiler's and MSBuild's messages about one project, each once.</summary>
    public IReadOnlyList<string> Problems(string project) =>
        [.. Lines.Where(line => line.EndsWith($"{Path.DirectorySeparatorChar}{project}.csproj]", StringComparison.Ordinal))
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Distinct(StringComparer.Ordinal)];

    public CommandResult MustSucceed()
    {
        Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}:\n{Output}");
        return this;
    }
}
