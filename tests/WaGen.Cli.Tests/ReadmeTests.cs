namespace WaGen.Cli.Tests;

/// <summary>Runs what the README shows of the tool.</summary>
public sealed class ReadmeTests
{
    private const string Secret = "my-app-secret";
    private const string Url = "http://127.0.0.1:5080/webhooks/whatsapp";

    [Fact]
    public async Task Every_command_of_the_README_succeeds()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync(Secret);
        string[] commands = Commands();

        foreach (string command in commands)
        {
            ToolResult result = await Tool.StartAsync(command.Replace(Url, app.Url, StringComparison.Ordinal).Split(' ')[1..]);

            Assert.True(result.Code == 0, $"{command}: {result.Code}\n{result.Error}");
            Assert.NotEmpty(result.Out);
        }

        Assert.Contains("wagen list --operations", commands);
        Assert.Contains("wagen inspect --operation SendMessage tests/api-payloads/group-text.request.json", commands);
        Assert.Equal(["inspect", "list", "trigger", "verify"], commands.Select(command => command.Split(' ')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.NotEmpty(app.Bodies);
    }

    [Fact]
    public async Task The_documentation_names_every_option()
    {
        string page = await File.ReadAllTextAsync(Files.Repository("docs", "cli.md"));

        foreach (string command in new[] { "fake-graph", "inspect", "list", "trigger", "verify" })
        {
            string help = (await Tool.RunAsync(command, "--help")).Out;
            IEnumerable<string> options = help.Split('\n').Select(line => line.TrimStart().Split(' ')[0]).Where(word => word.StartsWith("--", StringComparison.Ordinal));
            Assert.All(options, option => Assert.Contains(option, page, StringComparison.Ordinal));
        }
    }

    private static string[] Commands()
    {
        string readme = File.ReadAllText(Files.Repository("README.md"));
        int section = readme.IndexOf("\n## The wagen tool\n", StringComparison.Ordinal);
        int start = readme.IndexOf("```bash\n", section, StringComparison.Ordinal) + "```bash\n".Length;
        string block = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        return block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
