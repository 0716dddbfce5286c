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
    public async Task A_thousand_updates_in_one_body_with_five_poisoned_ones_lose_nothing()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        string[] items = [.. Enumerable.Range(0, 1_000).Select(static i => Bodies.TextItem($"wamid.{i}"))];
        var poisoned = new SortedDictionary<int, (string Item, UnhandledReason Reason)>
        {
            [0] = ("7", UnhandledReason.MalformedItem),
            [137] = (UnknownType, UnhandledReason.UnknownEvent),
            [500] = (WrongContent, UnhandledReason.MalformedContent),
            [501] = ("""{"id":"z","type":5,"text":{"body":"lost?"}}""", UnhandledReason.MalformedDiscriminator),
            [999] = ("null", UnhandledReason.MalformedItem),
        };
        foreach ((int index, (string item, _)) in poisoned)
        {
            items[index] = item;
        }

        Assert.Equal(200, await app.PostAsync(Bodies.Messages(items)));

        Assert.Equal(
            Enumerable.Range(0, 1_000).Where(i => !poisoned.ContainsKey(i)).Select(static i => $"messages Text wamid.{i}"),
            app.Recorder.Handled);
        Assert.Equal(
            poisoned.Select(static p => (p.Value.Reason, $"entry[0].changes[0].value.messages[{p.Key}]", p.Value.Item)),
            app.Recorder.Unhandled.Select(static u => (u.Reason, u.Path, u.Raw)));
    }
}
