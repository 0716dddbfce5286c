using System.Security.Cryptography;
using System.Text;
using WaGen.Testing.Tests.Support;

namespace WaGen.Testing.Tests.Graph;

public sealed class RefusalTests
{
    private const string AppSecret = "secret-of-an-app";
    private const string Path = $"v25.0/{GraphClient.NumberId}/messages";

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"text","text":{"body":"Hi"},"priority":"high"}""", 100, "'priority' is an unsupported or misspelled parameter")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"text","text":{"body":"Hi","bodi":1}}""", 100, "'text.bodi' is an unsupported or misspelled parameter")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"text","text":{"body":42}}""", 100, "'text.body' must be string, not number")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"text","text":"Hi"}""", 100, "'text' must be object, not string")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"text"}""", 131008, "'text' is required.")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"text","text":{"body":"Hello, hello, hello!!"}}""", 100, "'text.body' has 21 characters; at most 20 are allowed.")]
    [InlineData("""{"messaging_product":"whatsapp","to":"1","type":"fax"}""", 131009, "'type' names no variant that the schema lists.")]
    [InlineData("""{"messaging_product":"whatsapp","type":"text","text":{"body":"Hi"}}""", 100, "'to' or 'recipient' must be there.")]
    [InlineData("""{"to":"1","type":"text","text":{"body":"Hi"}}""", 100, null)]
    [InlineData("""{"messaging_product":"telegram","to":"1","type":"text","text":{"body":"Hi"}}""", 100, null)]
    [InlineData("", 100, null)]
    [InlineData("[]", 100, null)]
    [InlineData("{", 100, null)]
    public async Task A_body_that_the_schema_does_not_allow_is_refused(string body, int code, string? details)
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.SendAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(code, answer.Code);
        if (details is not null)
        {
            Assert.Equal(details, answer.Details);
        }

        FakeRequest request = Assert.Single(client.Graph.Requests);
        Assert.Equal(code, request.ErrorCode);
        Assert.Equal("SendMessage", request.Operation);
        Assert.Null(request.MessageId);
        Assert.Equal("OAuthException", answer.Json["error"u8]["type"u8].GetString());
        Assert.DoesNotContain("\\u0027", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Json["error"u8]["fbtrace_id"u8].GetString());
    }

    [Fact]
    public async Task A_missing_recipient_is_refused_in_the_words_of_the_platform()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.SendAsync("""{"messaging_product":"whatsapp","type":"text","text":{"body":"Hi"}}""");

        Assert.Equal("(#100) The parameter to is required.", answer.Message);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.SendAsync(HttpMethod.Post, Path, new StringContent(GraphClient.Text(), Encoding.UTF8, "text/plain"));

        Assert.Equal(100, answer.Code);
        Assert.Equal("The body must be application/json.", answer.Details);
    }

    [Theory]
    [InlineData("v25.0/nothing/like/this", 404, 2500)]
    [InlineData("like/this/or/that", 404, 2500)]
    public async Task An_unknown_path_is_refused(string path, int status, int code)
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.GetAsync(path);

        Assert.Equal((status, code), (answer.Status, (int)answer.Code!));
        Assert.Null(client.Graph.Requests[0].Operation);
    }

    [Fact]
    public async Task Another_method_is_refused()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.GetAsync(Path);

        Assert.Equal(400, answer.Status);
        Assert.Equal(100, answer.Code);
        Assert.Equal("GraphMethodException", answer.Json["error"u8]["type"u8].GetString());
        Assert.Equal("(#100) Unsupported get request.", answer.Message);
    }

    [Theory]
    [InlineData(null, null, 104)]
    [InlineData("Bearer", "", 190)]
    [InlineData("OAuth", GraphClient.Token, 190)]
    [InlineData("Bearer", "another", 190)]
    public async Task A_request_without_the_right_token_is_refused(string? scheme, string? token, int code)
    {
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { AccessTokens = { GraphClient.Token } });

        GraphResponse answer = await client.SendAsync(HttpMethod.Post, Path, Json(), scheme, token);

        Assert.Equal(401, answer.Status);
        Assert.Equal(code, answer.Code);
        Assert.DoesNotContain(GraphClient.Token, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_are_not_kept_but_can_be_asked_for()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        await client.SendAsync(HttpMethod.Post, Path, Json());
        await client.SendAsync(HttpMethod.Post, $"{Path}?access_token={GraphClient.Token}&appsecret_proof=00", Json(), scheme: null);

        foreach (FakeRequest request in client.Graph.Requests)
        {
            Assert.Equal(200, request.Status);
            Assert.True(request.WasSentWith(GraphClient.Token));
            Assert.False(request.WasSentWith("another"));
            Assert.False(request.Headers.ContainsKey("Authorization"));
            Assert.Empty(request.Query);
        }

        Assert.True(client.Graph.Requests[1].HasAppSecretProof);
    }

    [Theory]
    [InlineData("right", true, 200)]
    [InlineData("wrong", true, 400)]
    [InlineData("wrong", false, 400)]
    [InlineData("none", true, 400)]
    [InlineData("none", false, 200)]
    [InlineData("timed", true, 200)]
    [InlineData("late", true, 400)]
    public async Task A_proof_of_the_app_secret_must_be_right(string proof, bool isRequired, int status)
    {
        var time = new ManualTime();
        var options = new FakeGraphOptions { AppSecret = AppSecret, RequireAppSecretProof = isRequired, TimeProvider = time };
        await using GraphClient client = await GraphClient.StartAsync(options: options);
        long now = time.GetUtcNow().ToUnixTimeSeconds() - (proof == "late" ? 301 : 0);
        string query = proof switch
        {
            "right" => $"?appsecret_proof={Proof(GraphClient.Token)}",
            "wrong" => $"?appsecret_proof={Proof("another")}",
            "timed" or "late" => $"?appsecret_proof={Proof($"{GraphClient.Token}|{now}")}&appsecret_time={now}",
            _ => string.Empty,
        };

        GraphResponse answer = await client.SendAsync(HttpMethod.Post, Path + query, Json());

        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            Assert.Equal(100, answer.Code);
            Assert.Contains("appsecret", answer.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_that_lack_another_one_are_refused()
    {
        Assert.Throws<ArgumentException>(static () => new FakeGraph([], new FakeGraphOptions { RequireAppSecretProof = true }));
        Assert.Throws<ArgumentException>(static () => new FakeGraph([], new FakeGraphOptions { WebhookUrl = new Uri("http://localhost/hook") }));
        Assert.Throws<ArgumentException>(static () => new FakeGraph([], new FakeGraphOptions { MessagesPerSecond = 0 }));
        Assert.Throws<ArgumentException>(static () => new FakeGraph([], new FakeGraphOptions { Port = 65536 }));
    }

    private static StringContent Json() => new(GraphClient.Text(), Encoding.UTF8, "application/json");

    private static string Proof(string message) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), Encoding.UTF8.GetBytes(message)));
}
