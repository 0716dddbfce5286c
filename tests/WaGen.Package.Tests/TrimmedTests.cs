using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

/// <summary>A program that was published trimmed and self-contained does what it did before.</summary>
[Collection(PackageFixture.Collection)]
public sealed class TrimmedTests(PackageFixture fixture)
{
    [Fact]
    public async Task A_trimmed_program_handles_real_bodies_like_an_untrimmed_one()
    {
        string directory = fixture.Sandbox.ConsumerPath("Trimmed");
        string output = fixture.Sandbox.PathOf("trimmed");
        CommandResult publish = await Command.DotNetAsync(
            directory, fixture.Sandbox.Environment, "publish", "--configuration", "Release", "--no-restore", "--output", output);
        Assert.Empty(publish.MustSucceed().Problems("Trimmed"));

        CommandResult trimmed = await RunAsync(output);
        CommandResult untrimmed = await RunAsync(Directory.EnumerateDirectories(Path.Combine(directory, "bin", "Release", "net10.0")).Single());

        Assert.Equal(untrimmed.Lines, trimmed.Lines);
        Assert.Contains(trimmed.Lines, line => line.StartsWith("text wamid.", StringComparison.Ordinal));
        Assert.Contains(trimmed.Lines, line => line.StartsWith("status wamid.", StringComparison.Ordinal));
        Assert.Contains(trimmed.Lines, line => line.StartsWith("solution ", StringComparison.Ordinal));
        Assert.DoesNotContain(trimmed.Lines, line => line.Contains("HandlerFailed", StringComparison.Ordinal));
        Assert.True(Size(output) < Size(Directory.GetParent(RuntimeFile())!.FullName) / 2, "Trimming removed less than half of the framework.");
    }

    private async Task<CommandResult> RunAsync(string directory)
    {
        string program = Path.Combine(directory, OperatingSystem.IsWindows() ? "Trimmed.exe" : "Trimmed");
        CommandResult run = await Command.RunAsync(program, directory, fixture.Sandbox.Environment, Repository.PathOf("tests", "payloads"));
        return run.MustSucceed();
    }

    private static string RuntimeFile() => typeof(object).Assembly.Location;

    private static long Size(string directory) => new DirectoryInfo(directory).EnumerateFiles("*.dll").Sum(file => file.Length);
}
