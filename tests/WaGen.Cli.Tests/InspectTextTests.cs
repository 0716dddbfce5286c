namespace WaGen.Cli.Tests;

public sealed class InspectTextTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task An_event_is_shown_as_a_tree_with_its_handler()
    {
        string file = _files.Write("a.json", Bodies.Text("[red]Hello[/]"));

        ToolResult result = await Tool.RunAsync("inspect", file);

        Assert.Equal(0, result.Code);
        string[] lines = Lines(result);
        Assert.Contains($"{file}: valid", lines);
        Assert.Contains("messages / Text -> OnTextAsync  entry[0].changes[0].value.messages[0]", lines);
        Assert.Contains("identity wamid.VEVTVA==", lines);
        Assert.Contains("order 12025550143", lines);
        Assert.Contains("├── timestamp = \"1784620805\"  unix-time, 2026-07-21 08:00:05Z", lines);
        Assert.Contains("└── text", lines);
        Assert.Contains("    └── body = \"[red]Hello[/]\"  string", lines);
    }

    [Fact]
    public async Task What_nobody_takes_is_listed_with_its_reason()
    {
        string file = _files.Write("a.json", Bodies.Change("messages", """{"extra":1,"messages":[{"type":"tea"},{"id":7,"timestamp":true,"type":"text","text":{}}]}"""));

        string text = (await Tool.RunAsync("inspect", file)).Out;

        Assert.Matches(@"Unhandled(.|\n)*entry\[0\]\.changes\[0\]\.value\.messages\[0\] +messages +UnknownEvent +no schema describes", text);
        Assert.Matches(@"Unknown(.|\n)*entry\[0\]\.changes\[0\]\.value\.extra", text);
        Assert.Matches(@"Mismatched(.|\n)*entry\[0\]\.changes\[0\]\.value\.messages\[1\]\.timestamp .*boolean", text);
    }

    [Fact]
    public async Task Control_characters_of_a_body_do_not_reach_the_terminal()
    {
        string file = _files.Write("a.json", Bodies.Text("\u009b31mred\u202e\u007f").Replace("\"type\"", "\"\u009b2J\":1,\"type\"", StringComparison.Ordinal));

        string text = (await Tool.RunAsync("inspect", file)).Out;

        Assert.Contains(@"""\u009b31mred\u202e\u007f""", text, StringComparison.Ordinal);
        Assert.Contains(@"\u009b2J", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c is not ('\n' or '\r')) || c == '\u202e');
    }

    [Fact]
    public async Task A_very_long_value_is_cut()
    {
        string file = _files.Write("a.json", Bodies.Text(new string('x', 5000)));

        string text = (await Tool.RunAsync("inspect", file)).Out;

        Assert.Contains("... (5002 bytes)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 500), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_end_with_a_summary()
    {
        string good = _files.Write("a.json", Bodies.Text("hi"));
        string bad = _files.Write("b.json", "{");

        ToolResult result = await Tool.RunAsync("inspect", good, bad);

        Assert.Equal(1, result.Code);
        Assert.Equal("2 files, 1 not valid: 1 events, 0 unhandled, 0 unknown members, 0 mismatched.", Lines(result)[^1]);
    }

    private static string[] Lines(ToolResult result) => [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())];
}
