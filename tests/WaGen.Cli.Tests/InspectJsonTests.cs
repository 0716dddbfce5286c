using System.Text;
using System.Text.Json;

namespace WaGen.Cli.Tests;

public sealed class InspectJsonTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_valid_file_gives_one_line_with_all_members()
    {
        string file = Files.Payload("text.unknown-members.json");

        ToolResult result = await Tool.RunAsync("inspect", "--json", file);

        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
        JsonElement report = Assert.Single(result.Json);
        Assert.Equal(["file", "ok", "error", "events", "typed", "unknown", "mismatched"], report.EnumerateObject().Select(member => member.Name));
        Assert.Equal(file, report.GetProperty("file").GetString());
        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("error").ValueKind);
        JsonElement item = Assert.Single(report.GetProperty("events").EnumerateArray());
        Assert.Equal(
            """{"field":"messages","event":"Text","handler":"OnTextAsync","reason":null,"identity":"wamid.HBgLMTIwMjU1NTAxNDMVAgASGBAyRDZGQThCOTEzMEU3QzQ1AA==","order":"12025550143","path":"entry[0].changes[0].value.messages[0]"}""",
            item.GetRawText());
        Assert.Equal("\"Hello from next year\"", report.GetProperty("typed").GetProperty("entry[0].changes[0].value.messages[0].text.body").GetRawText());
        Assert.Contains("entry[0].changes[0].value.metadata.tier", Texts(report, "unknown"));
    }

    [Fact]
    public async Task Values_keep_the_form_of_the_wire()
    {
        string file = _files.Write("a.json", Bodies.Change("messages", """{"messages":[{"id":"x","timestamp":1784620805,"type":"text","text":{"body":"\u00e4\/é"}}]}"""));

        JsonElement typed = Assert.Single((await Tool.RunAsync("inspect", "--json", file)).Json).GetProperty("typed");

        Assert.Equal("1784620805", typed.GetProperty("entry[0].changes[0].value.messages[0].timestamp").GetRawText());
        Assert.Equal(@"""\u00e4\/é""", typed.GetProperty("entry[0].changes[0].value.messages[0].text.body").GetRawText());
    }

    [Fact]
    public async Task An_item_that_no_method_takes_has_a_reason_and_is_unknown()
    {
        string file = _files.Write("a.json", Bodies.Change("tea_updates", """{"pot_id":"1"}"""));

        ToolResult result = await Tool.RunAsync("inspect", "--json", file);

        Assert.Equal(0, result.Code);
        JsonElement report = Assert.Single(result.Json);
        JsonElement item = Assert.Single(report.GetProperty("events").EnumerateArray());
        Assert.Equal("tea_updates", item.GetProperty("field").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("handler").ValueKind);
        Assert.Equal("UnknownField", item.GetProperty("reason").GetString());
        Assert.Equal([item.GetProperty("path").GetString()], Texts(report, "unknown"));
    }

    [Fact]
    public async Task A_value_of_another_type_is_mismatched()
    {
        string file = _files.Write("a.json", Bodies.Change("messages", """{"messages":[{"id":"x","timestamp":"soon","type":"text","text":{"body":[1]}}]}"""));

        JsonElement report = Assert.Single((await Tool.RunAsync("inspect", "--json", file)).Json);

        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.Equal(
            [("entry[0].changes[0].value.messages[0].timestamp", "string"), ("entry[0].changes[0].value.messages[0].text.body", "array")],
            report.GetProperty("mismatched").EnumerateArray().Select(entry => (entry.GetProperty("path").GetString(), entry.GetProperty("actual").GetString())));
        Assert.All(report.GetProperty("mismatched").EnumerateArray(), entry => Assert.NotEmpty(entry.GetProperty("expected").GetString()!));
    }

    [Theory]
    [InlineData("", "byte 0")]
    [InlineData("{\"object\":\n  nope}", "byte 14, line 2, column 4")]
    [InlineData("[]", "is not an object")]
    [InlineData("{} {}", "one body a file")]
    [InlineData("{\"object\":\"page\",\"entry\":[]}", "another product")]
    [InlineData("{}", "another product")]
    [InlineData("{\"object\":\"whatsapp_business_account\"}", "envelope is broken")]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":[]}", "no change")]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\"}]}]}", "envelope is broken")]
    public async Task A_file_that_is_not_valid_says_why_and_gives_exit_code_1(string text, string error)
    {
        string file = _files.Write("a.json", text);

        ToolResult result = await Tool.RunAsync("inspect", "--json", file);

        Assert.Equal(1, result.Code);
        JsonElement report = Assert.Single(result.Json);
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Contains(error, report.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_valid()
    {
        string binary = _files.Write("a.json", [0x00, 0x1B, 0xFF, 0xC0, 0x80]);
        string marked = _files.Write("b.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Bodies.Text("hi"))]);
        string wide = _files.Write("c.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Bodies.Text("hi"))]);

        ToolResult result = await Tool.RunAsync("inspect", "--json", binary, marked, wide);

        Assert.Equal(1, result.Code);
        Assert.Equal(3, result.Json.Length);
        Assert.Contains("byte 0", Error(result, 0), StringComparison.Ordinal);
        Assert.Contains("without a byte order mark", Error(result, 1), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Error(result, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_not_read()
    {
        string file = Path.Combine(_files.Folder, "huge.json");
        await using (FileStream huge = File.Create(file))
        {
            huge.SetLength((64 << 20) + 1);
        }

        ToolResult result = await Tool.RunAsync("inspect", "--json", file);

        Assert.Equal(1, result.Code);
        Assert.Contains("larger than 64 MB", Error(result, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_nests_512_deep_is_written_and_a_deeper_one_refused()
    {
        static string Nested(int levels) => Bodies.Text("x").Replace("\"type\"", $"\"errors\":{string.Concat(Enumerable.Repeat("[", levels))}{string.Concat(Enumerable.Repeat("]", levels))},\"type\"", StringComparison.Ordinal);
        string deep = _files.Write("deep.json", Nested(500));
        string deeper = _files.Write("deeper.json", Nested(600));

        ToolResult result = await Tool.RunAsync("inspect", "--json", deep, deeper);

        Assert.True(result.Json[0].GetProperty("ok").GetBoolean());
        Assert.Contains("nested", Error(result, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_means_its_json_files_in_order_and_no_folder_twice()
    {
        _files.Write("b.json", Bodies.Text("b"));
        _files.Write("a.json", Bodies.Text("a"));
        _files.Write("notes.txt", "not a body");
        _files.Write("inner/c.json", Bodies.Text("c"));
        Directory.CreateSymbolicLink(Path.Combine(_files.Folder, "inner", "loop"), _files.Folder);

        ToolResult result = await Tool.RunAsync("inspect", "--json", _files.Folder);

        Assert.Equal(0, result.Code);
        Assert.Equal(
            ["a.json", "b.json", Path.Combine("inner", "c.json")],
            result.Json.Select(report => Path.GetRelativePath(_files.Folder, report.GetProperty("file").GetString()!)));
    }

    [Fact]
    public async Task A_line_stands_for_standard_input()
    {
        ToolResult result = await Tool.RunAsync(["inspect", "--json", "-"], Encoding.UTF8.GetBytes(Bodies.Text("hi")));

        Assert.Equal(0, result.Code);
        Assert.Equal("-", Assert.Single(result.Json).GetProperty("file").GetString());
    }

    [Fact]
    public async Task Every_payload_of_the_repository_can_be_inspected()
    {
        ToolResult result = await Tool.RunAsync("inspect", "--json", Files.Payload(string.Empty));

        Assert.Equal(1, result.Code);
        Assert.Equal(Directory.EnumerateFiles(Files.Payload(string.Empty), "*.json", SearchOption.AllDirectories).Count(), result.Json.Length);
        Assert.All(result.Json, report => Assert.Equal(
            !report.GetProperty("file").GetString()!.Contains("invalid", StringComparison.Ordinal),
            report.GetProperty("ok").GetBoolean()));
    }

    private static string Error(ToolResult result, int line) => result.Json[line].GetProperty("error").GetString()!;

    private static IEnumerable<string?> Texts(JsonElement report, string name) => report.GetProperty(name).EnumerateArray().Select(entry => entry.GetString());
}
