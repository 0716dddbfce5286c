using WaGen.Testing.Tests.Sample;
using WaGen.Testing.Tests.Support;

namespace WaGen.Testing.Tests.Graph;

public sealed class SendTests
{
    [Theory]
    [InlineData(ServerKind.Loopback)]
    [InlineData(ServerKind.InMemory)]
    public async Task A_text_is_answered_as_by_the_platform_and_remembered(ServerKind kind)
    {
        await using GraphClient client = await GraphClient.StartAsync(kind);

        GraphResponse answer = await client.SendAsync(GraphClient.Text("+1 (650) 555-0101"));

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("whatsapp", answer.Json["messaging_product"u8].GetString());
        Assert.Equal("+1 (650) 555-0101", answer.FirstContact("input"u8));
        Assert.Equal("16505550101", answer.FirstContact("wa_id"u8));
        Assert.Matches("^wamid\\.[A-Za-z0-9+/=]+$", answer.MessageId!);
        Assert.DoesNotContain("message_status", answer.Text, StringComparison.Ordinal);
        Assert.Equal("v25.0", answer.Headers["facebook-api-version"]);

        FakeRequest request = Assert.Single(client.Graph.Requests);
        Assert.Equal("SendMessage", request.Operation);
        Assert.Equal("POST", request.Method);
        Assert.Equal("v25.0", request.Version);
        Assert.Equal(GraphClient.NumberId, request.PathValues["phone-number-id"]);
        Assert.Equal("Hello", Assert.IsType<SampleText>(request.Payload).Text.Body);
        Assert.Equal("Hello", request.Json["text"u8]["body"u8].GetString());
        Assert.Equal(200, request.Status);
        Assert.Null(request.ErrorCode);
        Assert.Equal(answer.MessageId, request.MessageId);
        Assert.Equal("SendMessage: 200", request.ToString());
    }

    [Fact]
    public async Task The_version_may_be_left_out()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.PostAsync($"{GraphClient.NumberId}/messages", GraphClient.Text());

        Assert.Equal(200, answer.Status);
        Assert.Null(client.Graph.Requests[0].Version);
    }

    [Fact]
    public async Task Each_message_has_an_id_of_its_own()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse first = await client.SendAsync(GraphClient.Text());
        GraphResponse second = await client.SendAsync(GraphClient.Text());

        Assert.NotEqual(first.MessageId, second.MessageId);
    }

    [Fact]
    public async Task A_user_id_is_answered_in_place_of_a_number()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.SendAsync("""{"messaging_product":"whatsapp","recipient":"US.13491208655302741918","type":"text","text":{"body":"Hi"}}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("US.13491208655302741918", answer.FirstContact("input"u8));
        Assert.Equal("US.13491208655302741918", answer.FirstContact("user_id"u8));
        Assert.Null(answer.FirstContact("wa_id"u8));
    }

    [Fact]
    public async Task A_group_is_answered_with_its_id()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.SendAsync("""{"messaging_product":"whatsapp","recipient_type":"group","to":"Y2FwaV9ncm91cDox","type":"text","text":{"body":"Hi"}}""");

        Assert.Equal("Y2FwaV9ncm91cDox", answer.FirstContact("wa_id"u8));
        Assert.Contains("\"group_id\":\"Y2FwaV9ncm91cDox\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("marketing_messages")]
    public async Task A_template_is_answered_with_its_state(string edge)
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.PostAsync($"v25.0/{GraphClient.NumberId}/{edge}", """{"messaging_product":"whatsapp","to":"16505550101","type":"template","template":{"name":"x"}}""");

        Assert.Contains("\"message_status\":\"accepted\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_answered_with_success()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await client.SendAsync("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1"}""");

        Assert.Equal("""{"success":true}""", answer.Text);
        Assert.IsType<SampleReceipt>(client.Graph.Requests[0].Payload);
        Assert.Null(client.Graph.Requests[0].MessageId);
    }

    [Fact]
    public async Task An_operation_without_an_answer_of_its_own_succeeds_or_is_answered_by_the_test()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        string path = $"v25.0/{GraphClient.NumberId}/register";
        GraphResponse usual = await client.SendAsync(HttpMethod.Post, path, content: null);
        Assert.Equal("""{"success":true}""", usual.Text);

        client.Graph.OnOperation("RegisterPhoneNumber", static request => request.Query.ContainsKey("bad") ? FakeAnswer.Error(133005, "Wrong PIN") : null);
        client.Graph.OnOperation("GetPhoneNumber", static request => $$"""{"id":"{{request.PathValues["phone-number-id"]}}"}""");

        Assert.Equal(200, (await client.SendAsync(HttpMethod.Post, path, content: null)).Status);
        GraphResponse refused = await client.SendAsync(HttpMethod.Post, path + "?bad=1", content: null);
        Assert.Equal(133005, refused.Code);
        Assert.Equal("Wrong PIN", refused.Details);
        GraphResponse number = await client.GetAsync("v25.0/123");
        Assert.Equal("""{"id":"123"}""", number.Text);
        Assert.Equal("GetPhoneNumber", client.Graph.Requests[^1].Operation);
    }

    [Fact]
    public async Task A_request_can_be_waited_for()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        Task<FakeRequest> second = client.Graph.WaitForRequestAsync("SendMessage", number: 2);

        await client.SendAsync(GraphClient.Text(body: "1"));
        Assert.False(second.IsCompleted);
        await client.SendAsync(GraphClient.Text(body: "2"));

        FakeRequest request = await second.WaitAsync(Waiting.Patience);
        Assert.Equal("2", Assert.IsType<SampleText>(request.Payload).Text.Body);
        FakeRequest first = await client.Graph.WaitForRequestAsync(static r => r.Path.EndsWith("messages", StringComparison.Ordinal));
        Assert.Equal("1", Assert.IsType<SampleText>(first.Payload).Text.Body);
        await Assert.ThrowsAsync<ArgumentException>(() => client.Graph.WaitForRequestAsync("SendMesage"));
    }

    [Fact]
    public async Task Only_the_latest_requests_are_remembered()
    {
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { History = 2 });

        for (int i = 0; i < 3; i++)
        {
            await client.SendAsync(GraphClient.Text(body: $"{i}"));
        }

        Assert.Equal(["1", "2"], client.Graph.Requests.Select(static r => Assert.IsType<SampleText>(r.Payload).Text.Body));
        client.Graph.ClearRequests();
        Assert.Empty(client.Graph.Requests);
    }
}
