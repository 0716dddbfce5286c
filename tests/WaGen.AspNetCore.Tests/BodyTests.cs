using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>The rows of the runtime contract about the content of signed bodies.</summary>
public class BodyTests
{
    public static TheoryData<ServerKind> BothServers => [ServerKind.Kestrel, ServerKind.TestHost];

    public static TheoryData<ServerKind, string> NotJsonBodies => Servers.Times(
        "", " ", "{", "{}x", "[]", "null", "\"text\"", "\uFEFF{}", "{\"object\":\"whatsapp_business_account\",}", """{"entry":[{"a":"\x"}]}""", Nested(513), Bodies.MissingComma);

    public static TheoryData<ServerKind, string, UnhandledReason> UnhandledBodies
    {
        get
        {
            var data = new TheoryData<ServerKind, string, UnhandledReason>();
            foreach (ServerKind server in Enum.GetValues<ServerKind>())
            {
                data.Add(server, "{}", UnhandledReason.OtherProduct);
                data.Add(server, """{"object":"page","entry":[]}""", UnhandledReason.OtherProduct);
                data.Add(server, """{"object":7}""", UnhandledReason.OtherProduct);
                data.Add(server, """{"object":"whatsapp_business_account"}""", UnhandledReason.MalformedEnvelope);
                data.Add(server, """{"object":"whatsapp_business_account","entry":null}""", UnhandledReason.MalformedEnvelope);
                data.Add(server, """{"object":"whatsapp_business_account","entry":{}}""", UnhandledReason.MalformedEnvelope);
                data.Add(server, """{"object":"whatsapp_business_account","entry":[{"id":"1"}]}""", UnhandledReason.MalformedEnvelope);
                data.Add(server, """{"object":"whatsapp_business_account","entry":[{"id":"1","changes":"x"}]}""", UnhandledReason.MalformedEnvelope);
                data.Add(server, Bodies.Entry("""{"value":{}}"""), UnhandledReason.MalformedEnvelope);
                data.Add(server, Bodies.Entry("""{"field":5,"value":{}}"""), UnhandledReason.MalformedEnvelope);
                data.Add(server, Bodies.Entry("""{"field":"messages"}"""), UnhandledReason.MalformedEnvelope);
                data.Add(server, Bodies.Change("messages", "7"), UnhandledReason.MalformedEnvelope);
                data.Add(server, Bodies.Change("field_of_tomorrow", "{}"), UnhandledReason.UnknownField);
                data.Add(server, Bodies.Change("messages", "{}"), UnhandledReason.NoEvent);
                data.Add(server, Bodies.Messages("7"), UnhandledReason.MalformedItem);
                data.Add(server, Bodies.Messages("""{"id":"a","type":7}"""), UnhandledReason.MalformedDiscriminator);
                data.Add(server, Bodies.Messages("""{"id":"a","type":"text","text":7}"""), UnhandledReason.MalformedContent);
                data.Add(server, Bodies.Messages("""{"id":"a","type":"hologram"}"""), UnhandledReason.UnknownEvent);
                data.Add(server, Bodies.Status("a", "teleported"), UnhandledReason.UnknownEvent);
                data.Add(server, Bodies.Change("partner_solutions", """{"event":"SOLUTION_SOLD"}"""), UnhandledReason.UnknownEvent);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NotJsonBodies))]
    public async Task What_is_signed_and_not_a_json_object_is_answered_400(ServerKind server, string body)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);

        Assert.Equal(400, await app.PostAsync(body));
        Assert.Empty(app.Recorder.Handled);
        UnhandledRecord unhandled = Assert.Single(app.Recorder.Unhandled);
        Assert.Equal(UnhandledReason.NotJson, unhandled.Reason);
        Assert.Equal(body, unhandled.Raw);
        Assert.NotNull(unhandled.BytePosition);
        app.Logs.AssertContains(LogLevel.Warning, $"at byte {unhandled.BytePosition}:");
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Invalid_utf8_in_a_value_that_nobody_reads_is_answered_400(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        byte[] body = [.. "{\"object\":\"whatsapp_business_account\",\"entry\":[],\"future\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        using HttpRequestMessage request = Requests.Signed(body);

        Assert.Equal(400, await app.SendAsync(request));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task The_comma_that_an_example_of_Meta_misses_is_reported_with_its_position(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        string body = Bodies.MissingComma;
        int position = body.IndexOf("\"text\": {", StringComparison.Ordinal);

        Assert.Equal(400, await app.PostAsync(body));
        Assert.Equal(position, Assert.Single(app.Recorder.Unhandled).BytePosition);
        app.Logs.AssertContains(LogLevel.Warning, $"at byte {position}: A comma");
    }

    [Theory]
    [MemberData(nameof(UnhandledBodies))]
    public async Task What_no_handler_can_take_is_answered_200_and_goes_to_the_hook(ServerKind server, string body, UnhandledReason reason)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);

        Assert.Equal(200, await app.PostAsync(body));
        Assert.Empty(app.Recorder.Handled);
        UnhandledRecord unhandled = Assert.Single(app.Recorder.Unhandled);
        Assert.Equal(reason, unhandled.Reason);
        Assert.Contains(unhandled.Raw, body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task A_body_of_another_product_goes_to_the_hook_as_a_whole(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        const string Body = """{"object":"page","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[]}}]}]}""";

        Assert.Equal(200, await app.PostAsync(Body));
        Assert.Equal(Body, Assert.Single(app.Recorder.Unhandled).Raw);
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task A_number_where_text_belongs_still_reaches_the_handler(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);

        Assert.Equal(200, await app.PostAsync(Bodies.Messages("""{"id":"a","type":"text","text":{"body":7}}""")));
        Assert.Single(app.Recorder.Handled);
        app.Logs.AssertContains(LogLevel.Warning, nameof(DriftKind.Mismatch));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Escaped_names_match_and_of_duplicate_members_the_last_wins(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);

        Assert.Equal(200, await app.PostAsync(Bodies.Messages("""{"\u0069d":"a","id":"b","type":"text","text":{"body":"\ud800"}}""")));
        Assert.Equal("messages Text b", Assert.Single(app.Recorder.Handled));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task A_failing_handler_is_answered_500_and_the_other_items_still_run(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        int calls = 0;
        app.Recorder.During = _ => ++calls == 2 ? throw new InvalidOperationException("The handler is broken.") : ValueTask.CompletedTask;

        Assert.Equal(500, await app.PostAsync(Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("b"), "7", Bodies.TextItem("c"))));
        Assert.Equal(["messages Text a", "messages Text b", "messages Text c"], app.Recorder.Handled);
        Assert.Single(app.Recorder.Unhandled);
        LogEntry entry = Assert.Single(app.Logs.OfWaGen, static entry => entry.Level == LogLevel.Error);
        Assert.IsType<InvalidOperationException>(entry.Exception);
    }

    private static string Nested(int depth) => "{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
}
