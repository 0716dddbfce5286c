namespace WaGen.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("wagen --help")]
    [InlineData("wagen inspect --help", "inspect")]
    [InlineData("wagen", "bogus")]
    [InlineData("wagen inspect --help", "inspect", "--assembly")]
    [InlineData("wagen list --help", "list", "surplus")]
    [InlineData("wagen trigger --help", "trigger", "Text")]
    [InlineData("wagen trigger --help", "trigger", "--url", "http://127.0.0.1/")]
    [InlineData("wagen trigger --help", "trigger", "Text", "--all", "--url", "http://127.0.0.1/")]
    [InlineData("wagen trigger --help", "trigger", "Text", "--url", "http://127.0.0.1/", "--batch", "0")]
    [InlineData("wagen trigger --help", "trigger", "Text", "--url", "http://127.0.0.1/", "--batch", "many")]
    [InlineData("wagen trigger --help", "trigger", "Text", "--url", "http://127.0.0.1/", "--seed", "1")]
    [InlineData("wagen verify --help", "verify", "body.json")]
    [InlineData("wagen fake-graph --help", "fake-graph", "surplus")]
    [InlineData("wagen fake-graph --help", "fake-graph", "--port", "65536")]
    [InlineData("wagen fake-graph --help", "fake-graph", "--copies", "0")]
    [InlineData("wagen fake-graph --help", "fake-graph", "--reverse", "--shuffle")]
    [InlineData("wagen fake-graph --help", "fake-graph", "--seed", "1")]
    public async Task Bad_usage_gives_exit_code_2_and_says_where_help_is(string help, params string[] arguments) =>
        (await Tool.RunAsync(arguments)).MustRefuse($"Run '{(help == "wagen" ? "wagen --help" : help)}'");

    [Fact]
    public async Task A_path_that_means_nothing_is_refused_before_anything_is_read()
    {
        string good = _files.Write("a.json", Bodies.Text("hi"));
        Directory.CreateDirectory(Path.Combine(_files.Folder, "empty"));

        ToolResult missing = await Tool.RunAsync("inspect", good, Path.Combine(_files.Folder, "gone.json"));

        missing.MustRefuse("There is no file or folder");
        Assert.Empty(missing.Out);
        (await Tool.RunAsync("inspect", Path.Combine(_files.Folder, "empty"))).MustRefuse("holds no file");
        (await Tool.RunAsync("inspect", string.Empty)).MustRefuse("empty");
        (await Tool.RunAsync("inspect", "--jsno", good)).MustRefuse("nor an option '--jsno'");
        (await Tool.RunAsync("inspect", "-", "-")).MustRefuse("once only");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("inspect", "--help")]
    [InlineData("list", "--help")]
    [InlineData("trigger", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("fake-graph", "--help")]
    public async Task Help_names_the_command_as_the_shell_knows_it(params string[] arguments)
    {
        ToolResult result = await Tool.RunAsync(arguments);

        Assert.Equal(0, result.Code);
        Assert.Contains("  wagen ", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("WaGen.Cli", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_progress_bar_is_shown_on_standard_error_when_somebody_sees_it()
    {
        string[] files = [.. Enumerable.Range(0, 5).Select(i => _files.Write($"{i}.json", Bodies.Text("hi")))];

        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["TERM"] = "xterm", ["NO_COLOR"] = "1" };

        ToolResult seen = await Tool.RunAsync(["inspect", "--json", .. files], variables: variables, errorIsTerminal: true);
        ToolResult unseen = await Tool.RunAsync(["inspect", "--json", .. files]);

        Assert.Contains("Inspecting", seen.Error, StringComparison.Ordinal);
        Assert.Empty(unseen.Error);
        Assert.Equal(5, seen.Json.Length);
        Assert.Equal(unseen.Out, seen.Out);
    }

    [Fact]
    public async Task As_a_process_the_tool_prints_plain_utf8_and_returns_its_code()
    {
        string good = _files.Write("a.json", Bodies.Text("ä 茶"));

        ToolResult json = await Tool.StartAsync("inspect", "--json", good);
        ToolResult text = await Tool.StartAsync("inspect", good, _files.Write("b.json", "{"));
        ToolResult refused = await Tool.StartAsync("verify", "--signature", "sha256=00", good);

        Assert.Equal(0, json.Code);
        Assert.Equal("\"ä 茶\"", Assert.Single(json.Json).GetProperty("typed").GetProperty("entry[0].changes[0].value.messages[0].text.body").GetRawText());
        Assert.Equal(1, text.Code);
        Assert.Contains("body = \"ä 茶\"", text.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text.Out + text.Error);
        refused.MustRefuse("WAGEN_APP_SECRET");
    }
}
