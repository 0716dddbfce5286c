using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>One bad part never sinks the others.</summary>
public class BatchTests
{
    private const string UnknownFieldValue = """{"news":"good"}""";
    private const string UnknownType = """{"id":"x","type":"hologram","hologram":{"depth":3}}""";
    private const string WrongContent = """{"id":"y","type":"text","text":7}""";

    [Theory]
    [InlineData(ServerKind.Kestrel)]
    [InlineData(ServerKind.TestHost)]
    public async Task The_bad_parts_of_a_batch_go_to_the_hook_and_the_others_to_their_handlers(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        string messages = $$"""
            {"messages":[{{Bodies.TextItem("a")}},{{UnknownType}},{{Bodies.TextItem("b")}},{{WrongContent}},{{Bodies.TextItem("c")}}]}
            """;
        string body = Bodies.Entry(
            $$"""{"field":"messages","value":{{messages}}}""",
            $$"""{"value":{{UnknownFieldValue}},"field":"field_of_tomorrow"}""",
            """{"field":"messages","value":{"statuses":[{"id":"d","status":"read"}]}}""");

        Assert.Equal(200, await app.PostAsync(body));

        Assert.Equal(["messages Text a", "messages Text b", "messages Text c", "messages Read d/read"], app.Recorder.Handled);
        Assert.Equal(
            [
                new(UnhandledReason.UnknownEvent, "messages", "entry[0].changes[0].value.messages[1]", UnknownType, Bodies.EntryId, null),
                new(UnhandledReason.MalformedContent, "messages", "entry[0].changes[0].value.messages[3]", WrongContent, Bodies.EntryId, null),
                new(UnhandledReason.UnknownField, "field_of_tomorrow", "entry[0].changes[1].value", UnknownFieldValue, Bodies.EntryId, null),
            ],
            app.Recorder.Unhandled);
    }

    [Fact]
    public async Task A_thousand_updates_in_one_body_are_all_handled_in_order()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        string[] ids = [.. Enumerable.Range(0, 1_000).Select(static i => $"wamid.{i}")];

        Assert.Equal(200, await app.PostAsync(Bodies.Messages([.. ids.Select(Bodies.TextItem)])));
        Assert.Equal(ids.Select(static id => $"messages Text {id}"), app.Recorder.Handled);
    }
}
