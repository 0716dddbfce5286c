using System.Diagnostics;
using WaGen.Testing.Tests.Support;

namespace WaGen.Testing.Tests.Graph;

public sealed class FailureTests
{
    [Fact]
    public async Task A_failure_happens_as_often_as_asked_for_and_to_its_operation_alone()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        client.Graph.FailNext(131056, "SendMessage", times: 2, headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "7" });

        GraphResponse other = await client.GetAsync("v25.0/123");
        GraphResponse first = await client.SendAsync(GraphClient.Text());
        GraphResponse second = await client.SendAsync(GraphClient.Text());
        GraphResponse third = await client.SendAsync(GraphClient.Text());

        Assert.Equal([131056L, 131056L], new[] { first.Code, second.Code }.Select(static c => c!.Value));
        Assert.Equal("(#131056) Pair rate limit", first.Message);
        Assert.Equal(400, first.Status);
        Assert.Equal("7", first.Headers["Retry-After"]);
        Assert.Equal(200, third.Status);
        Assert.NotEqual(131056, other.Json["error"u8].IsPresent ? other.Code : 0);
    }

    [Theory]
    [InlineData(190, 463, 401)]
    [InlineData(4, null, 400)]
    [InlineData(131000, null, 500)]
    [InlineData(2, null, 503)]
    [InlineData(10, null, 403)]
    public async Task An_error_has_the_usual_status_of_its_code(int code, int? subcode, int status)
    {
        await using GraphClient client = await GraphClient.StartAsync();
        client.Graph.FailNext(code, subcode: subcode);

        GraphResponse answer = await client.SendAsync(GraphClient.Text());

        Assert.Equal((status, (long?)code), (answer.Status, answer.Code));
        Assert.Equal(subcode is not null, answer.Json["error"u8]["error_subcode"u8].IsPresent);
    }

    [Fact]
    public async Task An_error_can_say_more()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        client.Graph.FailNext(new FakeFailure { Code = 4, Status = 429, Details = "Too many", IsTransient = true });

        GraphResponse answer = await client.SendAsync(GraphClient.Text());

        Assert.Equal(429, answer.Status);
        Assert.Equal("Too many", answer.Details);
        Assert.True(answer.Json["error"u8]["is_transient"u8].TryGetBoolean(out bool transient) && transient);
    }

    [Fact]
    public async Task A_server_error_may_have_no_body()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        client.Graph.FailNext(new FakeFailure { Status = 502 });

        GraphResponse answer = await client.SendAsync(GraphClient.Text());

        Assert.Equal(502, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Equal(502, client.Graph.Requests[0].Status);
    }

    [Theory]
    [InlineData(ServerKind.Loopback)]
    [InlineData(ServerKind.InMemory)]
    public async Task A_dropped_connection_leaves_the_outcome_unknown(ServerKind kind)
    {
        await using GraphClient client = await GraphClient.StartAsync(kind);
        client.Graph.DropNext();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(GraphClient.Text()));

        FakeRequest request = Assert.Single(client.Graph.Requests);
        Assert.Equal(GraphClient.Text().Length, request.Body.Length);
        Assert.Null(request.Status);
        Assert.Null(request.MessageId);
        Assert.Equal("SendMessage: no answer", request.ToString());
    }

    [Theory]
    [InlineData(ServerKind.Loopback)]
    [InlineData(ServerKind.InMemory)]
    public async Task A_message_can_be_sent_although_the_answer_is_lost(ServerKind kind)
    {
        await using GraphClient client = await GraphClient.StartAsync(kind);
        client.Graph.DropNext("SendMessage", afterServing: true);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(GraphClient.Text()));

        Assert.NotNull(Assert.Single(client.Graph.Requests).MessageId);
    }

    [Fact]
    public async Task Stopping_the_server_cuts_off_who_waits()
    {
        var time = new ManualTime();
        await using GraphClient client = await GraphClient.StartAsync(ServerKind.Loopback, new FakeGraphOptions { Delay = TimeSpan.FromHours(1), TimeProvider = time });
        Task<GraphResponse> answer = client.SendAsync(GraphClient.Text());
        await client.Graph.WaitForRequestAsync("SendMessage").WaitAsync(Waiting.Patience);
        long started = Stopwatch.GetTimestamp();

        await client.Graph.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        Assert.True(Stopwatch.GetElapsedTime(started) < Waiting.Patience);
    }

    [Fact]
    public async Task An_answer_takes_as_long_as_it_shall()
    {
        var time = new ManualTime();
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { Delay = TimeSpan.FromSeconds(2), TimeProvider = time });
        client.Graph.FailNext(new FakeFailure { Delay = TimeSpan.FromSeconds(3) });

        Task<GraphResponse> answer = client.SendAsync(GraphClient.Text());
        Assert.Equal(TimeSpan.FromSeconds(2), await time.WhenArmedAsync());
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(3), await time.WhenArmedAsync());
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(200, (await answer.WaitAsync(Waiting.Patience)).Status);
    }

    [Fact]
    public async Task Usage_headers_are_those_of_the_platform()
    {
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { AccountId = "42" });
        client.Graph.Usage = new FakeUsage { CallCount = 97, TotalTime = 12, TimeToRegainAccess = TimeSpan.FromSeconds(90) };

        GraphResponse answer = await client.SendAsync(GraphClient.Text());

        Assert.Equal("""{"call_count":97,"total_cputime":0,"total_time":12}""", answer.Headers["X-App-Usage"]);
        Assert.Equal(
            """{"42":[{"type":"whatsapp_business_management","call_count":97,"total_cputime":0,"total_time":12,"estimated_time_to_regain_access":2}]}""",
            answer.Headers["X-Business-Use-Case-Usage"]);
    }

    [Fact]
    public async Task Failures_can_be_taken_back_and_need_an_operation_that_exists()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        client.Graph.FailNext(131056);
        client.Graph.ClearFailures();

        Assert.Equal(200, (await client.SendAsync(GraphClient.Text())).Status);
        Assert.Contains("SendMessage", Assert.Throws<ArgumentException>(() => client.Graph.FailNext(4, "SendMesage")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => client.Graph.FailNext(4, times: 0));
        Assert.Throws<ArgumentException>(() => client.Graph.OnOperation("SendMesage", static _ => null));
    }

    [Fact]
    public async Task The_messages_of_a_second_are_limited_for_each_number()
    {
        var time = new ManualTime();
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { MessagesPerSecond = 3, TimeProvider = time });
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await client.SendAsync(GraphClient.Text($"{i}"))).Status);
        }

        Assert.Equal(130429, (await client.SendAsync(GraphClient.Text())).Code);
        Assert.Equal(200, (await client.PostAsync("v25.0/2/messages", GraphClient.Text())).Status);
        Assert.Equal(200, (await client.SendAsync("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1"}""")).Status);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await client.SendAsync(GraphClient.Text())).Status);
    }

    [Fact]
    public async Task The_messages_to_one_user_are_limited()
    {
        var time = new ManualTime();
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { EnforcePairLimit = true, TimeProvider = time });
        for (int i = 0; i < 45; i++)
        {
            Assert.Equal(200, (await client.SendAsync(GraphClient.Text())).Status);
        }

        Assert.Equal(131056, (await client.SendAsync(GraphClient.Text("+" + GraphClient.User))).Code);
        Assert.Equal(200, (await client.SendAsync(GraphClient.Text("4915750000000"))).Status);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, (await client.SendAsync(GraphClient.Text())).Status);
        Assert.Equal(131056, (await client.SendAsync(GraphClient.Text())).Code);
    }
}
