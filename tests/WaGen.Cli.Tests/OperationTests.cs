using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Cli.Tests;

public sealed class OperationTests : IDisposable
{
    private const string Hello = """{"messaging_product":"whatsapp","to":"+16505550101","type":"text","text":{"body":"Hello"}}""";

    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_request_shows_its_members_and_is_written_again()
    {
        JsonElement report = await InspectAsync("SendMessage", Hello);

        Assert.Equal(
            ["file", "ok", "error", "operation", "side", "payload", "typed", "unknown", "mismatched", "violations", "rewritten"],
            report.EnumerateObject().Select(static member => member.Name));
        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.Equal("SendMessage", report.GetProperty("operation").GetString());
        Assert.Equal("request", report.GetProperty("side").GetString());
        Assert.Equal("OutgoingTextMessage", report.GetProperty("payload").GetString());
        Assert.Equal("Hello", report.GetProperty("typed").GetProperty("text.body").GetString());
        AssertJson(Hello, report.GetProperty("rewritten"));
    }

    [Fact]
    public async Task What_no_schema_knows_is_unknown_and_still_written()
    {
        const string Body = """{"messaging_product":"whatsapp","to":"+16505550101","type":"text","text":{"body":["a"],"colour":"red"},"news":{"a":[1,null]}}""";

        JsonElement report = await InspectAsync("SendMessage", Body);

        Assert.Equal(["text.colour", "news"], report.GetProperty("unknown").EnumerateArray().Select(static path => path.GetString()));
        JsonElement mismatch = Assert.Single(report.GetProperty("mismatched").EnumerateArray());
        Assert.Equal("""{"path":"text.body","expected":"string","actual":"array"}""", mismatch.GetRawText());
        AssertJson(Body, report.GetProperty("rewritten"));
    }

    [Fact]
    public async Task A_member_of_an_odd_name_is_unknown_and_nothing_in_it_is_typed()
    {
        const string Body = """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.x","a.b c":{"d":[1]}}""";

        JsonElement report = await InspectAsync("SendMessage", Body);

        Assert.Equal(["[\"a.b c\"]"], report.GetProperty("unknown").EnumerateArray().Select(static path => path.GetString()));
        Assert.Equal(["messaging_product", "status", "message_id"], report.GetProperty("typed").EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task A_bare_list_is_read_as_a_page_and_written_as_a_list()
    {
        const string Body = """ [{"sequence_id":"55901","name":"Ads","is_used_in_ad":true,"colour":"red"}]""";

        JsonElement report = await InspectAsync("ListWelcomeSequences", Body);

        Assert.Equal("answer", report.GetProperty("side").GetString());
        Assert.Equal(["data[0].colour"], report.GetProperty("unknown").EnumerateArray().Select(static path => path.GetString()));
        AssertJson(Body, report.GetProperty("rewritten"));
    }

    [Fact]
    public async Task A_broken_list_is_reported_at_its_place()
    {
        string file = _files.Write("list.json", """[{"name":"Ads"},]""");

        ToolResult result = await Tool.RunAsync("inspect", "--operation", "ListWelcomeSequences", file);

        Assert.Contains("(byte 16, line 1, column 17)", result.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_something_was_done_is_no_error()
    {
        const string Part = """{"messaging_product":"whatsapp","block_users":{"added_users":[{"input":"16505550101","wa_id":"16505550101"}]},"error":{"message":"Some failed","code":139100}}""";
        const string None = """{"error":{"message":"All failed","code":139100}}""";

        Assert.Equal("answer", (await InspectAsync("BlockUsers", Part)).GetProperty("side").GetString());
        Assert.Equal("error", (await InspectAsync("BlockUsers", None)).GetProperty("side").GetString());
    }

    [Fact]
    public async Task A_broken_limit_is_named_with_what_was_found()
    {
        string file = _files.Write("long.json", Hello.Replace("Hello", new string('x', 4097), StringComparison.Ordinal));

        ToolResult result = await Tool.RunAsync("inspect", "--operation", "sendmessage", "--json", file);

        Assert.Equal(1, result.Code);
        JsonElement report = Assert.Single(result.Json);
        Assert.Equal("The body breaks a limit and would be refused.", report.GetProperty("error").GetString());
        JsonElement violation = Assert.Single(report.GetProperty("violations").EnumerateArray());
        Assert.Equal("text.body", violation.GetProperty("path").GetString());
        Assert.Equal("MaxLength", violation.GetProperty("kind").GetString());
        Assert.Equal(4096, violation.GetProperty("limit").GetInt32());
        Assert.Equal(4097, violation.GetProperty("actual").GetInt32());
    }

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","contacts":[{"input":"+16505550101","wa_id":"16505550101"}],"messages":[{"id":"wamid.x"}]}""", "answer")]
    [InlineData("""{"error":{"message":"(#131056) Pair rate limit","type":"OAuthException","code":131056,"fbtrace_id":"A"}}""", "error")]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.x"}""", "request")]
    [InlineData("""{"messaging_product":"whatsapp"}""", "request")]
    public async Task The_file_tells_what_it_is(string body, string side)
    {
        JsonElement report = await InspectAsync("SendMessage", body);

        Assert.Equal(side, report.GetProperty("side").GetString());
        Assert.Empty(report.GetProperty("unknown").EnumerateArray());
        AssertJson(body, report.GetProperty("rewritten"));
    }

    [Fact]
    public async Task The_side_can_be_given()
    {
        string file = _files.Write("a.json", """{"success":true}""");

        JsonElement report = Assert.Single((await Tool.RunAsync("inspect", "--operation", "SendMessage", "--as", "request", "--json", file)).Json);

        Assert.Equal("request", report.GetProperty("side").GetString());
        Assert.Equal(["success"], report.GetProperty("unknown").EnumerateArray().Select(static path => path.GetString()));
    }

    [Theory]
    [InlineData("", "byte 0")]
    [InlineData("{\"to\":\n  nope}", "byte 10, line 2, column 4")]
    [InlineData("[]", "is not an object")]
    public async Task What_is_no_object_is_refused_with_the_place(string body, string part)
    {
        string file = _files.Write("a.json", body);

        ToolResult result = await Tool.RunAsync("inspect", "--operation", "SendMessage", "--json", file);

        Assert.Equal(1, result.Code);
        JsonElement report = Assert.Single(result.Json);
        Assert.Contains(part, report.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("rewritten").ValueKind);
    }

    [Fact]
    public async Task A_name_that_is_nearly_right_is_answered_with_the_right_one()
    {
        string file = _files.Write("a.json", Hello);

        (await Tool.RunAsync("inspect", "--operation", "SendMesage", file)).MustRefuse("Did you mean SendMessage");
        (await Tool.RunAsync("inspect", "--operation", "Teapot", file)).MustRefuse("There is no operation 'Teapot'.");
        (await Tool.RunAsync("inspect", "--as", "request", file)).MustRefuse("add --operation NAME");
    }

    [Fact]
    public async Task Text_shows_a_tree_and_what_is_wrong()
    {
        string good = _files.Write("good.json", Hello);
        string bad = _files.Write("bad.json", """{"messaging_product":"whatsapp","type":"text","text":{"body":""},"news":1}""");

        ToolResult result = await Tool.RunAsync("inspect", "--operation", "SendMessage", good, bad);

        Assert.Equal(1, result.Code);
        Assert.Contains("SendMessage / request -> OutgoingTextMessage", result.Out, StringComparison.Ordinal);
        Assert.Contains("body = \"Hello\"", result.Out, StringComparison.Ordinal);
        Assert.Contains("Unknown:", result.Out, StringComparison.Ordinal);
        Assert.Contains("text.body", result.Out, StringComparison.Ordinal);
        Assert.Contains("2 files, 1 not valid.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_name_method_and_path_of_every_operation()
    {
        ToolResult text = await Tool.RunAsync("list", "--operations");
        JsonElement list = Assert.Single((await Tool.RunAsync("list", "--operations", "--json")).Json);

        Assert.Matches(@"SendMessage +POST +/\{phone-number-id\}/messages", text.Out);
        JsonElement[] operations = [.. list.GetProperty("operations").EnumerateArray()];
        Assert.Equal(WhatsAppApi.Operations.Select(static operation => operation.Name).Order(StringComparer.Ordinal), operations.Select(static operation => operation.GetProperty("name").GetString()));
        Assert.All(operations, static operation => Assert.StartsWith("https://", operation.GetProperty("source").GetString(), StringComparison.Ordinal));
    }

    private static void AssertJson(string expected, JsonElement actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual.GetRawText())), actual.GetRawText());

    private async Task<JsonElement> InspectAsync(string operation, string body)
    {
        string file = _files.Write("body.json", body);
        ToolResult result = await Tool.RunAsync("inspect", "--operation", operation, "--json", file);
        Assert.Empty(result.Error);
        return Assert.Single(result.Json);
    }
}
