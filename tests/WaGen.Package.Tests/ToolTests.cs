using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

/// <summary>Installs the command-line tool from its package and runs it by the name that the shell knows.</summary>
[Collection(PackageFixture.Collection)]
public sealed class ToolTests(PackageFixture fixture)
{
    [Fact]
    public async Task The_installed_tool_runs_by_its_name()
    {
        string folder = fixture.Sandbox.PathOf("tools");
        CommandResult install = await Command.DotNetAsync(
            fixture.Sandbox.PathOf(), fixture.Sandbox.Environment, "tool", "install", "WaGen.Cli", "--tool-path", folder, "--version", fixture.Sandbox.Version);
        install.MustSucceed();
        string payload = Repository.PathOf("tests", "payloads", "text.from-ad.json");

        CommandResult list = await RunAsync(folder, "list");
        CommandResult inspect = await RunAsync(folder, "inspect", "--json", payload);

        Assert.Contains(list.MustSucceed().Lines, line => line.StartsWith("messages  IMessagesHandler", StringComparison.Ordinal));
        Assert.StartsWith($$"""{"file":"{{payload}}","ok":true""", Assert.Single(inspect.MustSucceed().Lines), StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(string folder, params string[] arguments) =>
        Command.RunAsync(Path.Combine(folder, "wagen"), fixture.Sandbox.PathOf(), fixture.Sandbox.Environment, arguments);
}
