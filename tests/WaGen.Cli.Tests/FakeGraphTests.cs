using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WaGen.Cli.Tests;

public sealed partial class FakeGraphTests
{
    private const string Phone = "16505550101";
    private const string Token = "EAAtoken";
    private const string Hello = $$$"""{"messaging_product":"whatsapp","to":"{{{Phone}}}","type":"text","text":{"body":"Hello"}}""";

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    [Fact]
    public async Task It_answers_and_prints_a_line_for_each_request_until_it_is_stopped()
    {
        using var tool = new RunningTool(Nothing, "fake-graph");
        using HttpClient client = await ConnectAsync(tool);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, Hello));
        Assert.Equal("SendMessage: 200", await tool.LineAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, """{"messaging_product":"whatsapp","type":"text"}"""));
        Assert.Matches("^SendMessage: 400, error [0-9]+$", await tool.LineAsync());
        using HttpResponseMessage unknown = await client.GetAsync(new Uri($"v25.0/{Phone}/nothing/of/it", UriKind.Relative));
        Assert.Equal("GET of an unknown path: 404, error 2500", await tool.LineAsync());

        ToolResult end = await tool.StopAsync();
        Assert.Equal((0, string.Empty, string.Empty), (end.Code, end.Out, end.Error));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(client, Hello));
    }

    [Fact]
    public async Task Statuses_reach_the_endpoint_signed_with_the_secret()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();
        using var tool = new RunningTool(new Dictionary<string, string>(StringComparer.Ordinal) { ["WAGEN_APP_SECRET"] = ReceivingApp.Secret }, "fake-graph", "--webhook", app.Url);
        using HttpClient client = await ConnectAsync(tool);

        await PostAsync(client, Hello);

        Assert.Equal(
            ["SendMessage: 200", "webhook sent: 200", "webhook delivered: 200", "webhook read: 200"],
            [await tool.LineAsync(), await tool.LineAsync(), await tool.LineAsync(), await tool.LineAsync()]);
        Assert.Equal(3, app.Bodies.Count);
        await tool.StopAsync();
    }

    [Fact]
    public async Task Messages_can_fail_and_come_in_many_ways()
    {
        await using ReceivingApp app = await ReceivingApp.StartAsync();
        string[] target = ["fake-graph", "--webhook", app.Url, "--secret", ReceivingApp.Secret];
        using var failing = new RunningTool(Nothing, [.. target, "--fail", "131026", "--copies", "2"]);
        using HttpClient first = await ConnectAsync(failing);
        using var batched = new RunningTool(Nothing, [.. target, "--batched", "--reverse"]);
        using HttpClient second = await ConnectAsync(batched);

        // One after the other, because both servers tell the same app.
        await PostAsync(first, Hello);
        Assert.Equal(["SendMessage: 200", "webhook failed: 200", "webhook failed: 200"], [await failing.LineAsync(), await failing.LineAsync(), await failing.LineAsync()]);
        Assert.Contains("131026", Encoding.UTF8.GetString(app.Bodies[0]), StringComparison.Ordinal);

        await PostAsync(second, Hello);
        Assert.Equal(["SendMessage: 200", "webhook read, delivered, sent: 200"], [await batched.LineAsync(), await batched.LineAsync()]);
        await failing.StopAsync();
        await batched.StopAsync();
    }

    [Theory]
    [InlineData("", "--token", Token)]
    [InlineData(Token)]
    public async Task Other_tokens_are_refused_and_none_is_printed(string variable, params string[] arguments)
    {
        using var tool = new RunningTool(new Dictionary<string, string>(StringComparer.Ordinal) { ["WAGEN_ACCESS_TOKEN"] = variable }, ["fake-graph", .. arguments]);
        using HttpClient client = await ConnectAsync(tool);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, Hello));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(client, Hello, "another"));

        string printed = await tool.LineAsync() + await tool.LineAsync() + (await tool.StopAsync()).Out;
        Assert.Equal("SendMessage: 200SendMessage: 401, error 190", printed);
    }

    [Fact]
    public async Task Requests_without_proof_are_refused_on_demand()
    {
        using var tool = new RunningTool(Nothing, "fake-graph", "--require-proof", "--secret", ReceivingApp.Secret, "--delay", "1", "--messages-per-second", "80", "--pair-limit");
        using HttpClient client = await ConnectAsync(tool);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, Hello));
        Assert.Equal("SendMessage: 400, error 100", await tool.LineAsync());
        await tool.StopAsync();
    }

    [Fact]
    public async Task A_port_is_taken_by_one_only()
    {
        using var tool = new RunningTool(Nothing, "fake-graph");
        using HttpClient client = await ConnectAsync(tool);
        string port = client.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        (await Tool.RunAsync("fake-graph", "--port", port)).MustRefuse($"Port {port} is in use or not allowed");
        await tool.StopAsync();
    }

    [Fact]
    public async Task What_needs_a_secret_or_an_address_is_refused_without()
    {
        (await Tool.RunAsync("fake-graph", "--webhook", "http://127.0.0.1:1/hook")).MustRefuse("There is no app secret");
        (await Tool.RunAsync("fake-graph", "--require-proof")).MustRefuse("There is no app secret");
        (await Tool.RunAsync("fake-graph", "--webhook", "hook", "--secret", ReceivingApp.Secret)).MustRefuse("is no address of an endpoint");
    }

    private static async Task<HttpClient> ConnectAsync(RunningTool tool)
    {
        string line = await tool.LineAsync();
        return new HttpClient { BaseAddress = new Uri(Address().Match(line).Value) };
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string body, string token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v25.0/106540352242922/messages", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Authorization", $"Bearer {token}" } },
        };
        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
