using System.Text;

namespace WaGen.Testing.Tests.Webhooks;

public sealed class WebhookBodiesTests
{
    private const string User = "+1 (650) 555-0101";
    private const string Id = "wamid.of-a-test";

    public static TheoryData<string, FakeEvent> Events() => new()
    {
        { "Text", WebhookBodies.Text(User, "Hello \"you\" \u00e4\ud83d\ude00") },
        { "Text", WebhookBodies.Text(from: null, "Hello") with { UserId = "US.13491208655302741918", Username = "sheena" } },
        { "Text", WebhookBodies.Text(User, "Hello") with { GroupId = "group", ContextId = Id } },
        { "ButtonReply", WebhookBodies.ButtonReply(User, "yes", "Yes") with { ContextId = Id } },
        { "ListReply", WebhookBodies.ListReply(User, "row-1", "Row", "First row") },
        { "ListReply", WebhookBodies.ListReply(User, "row-1", "Row") },
        { "NfmReply", WebhookBodies.FlowReply(User, """{"flow_token":"t","choice":"1"}""") },
        { "Button", WebhookBodies.TemplateButton(User, "Stop") },
        { "Image", WebhookBodies.Image(User, caption: "A picture") },
        { "Document", WebhookBodies.Document(User, "bill.pdf") },
        { "Location", WebhookBodies.Location(User, 37.48, -122.15, "Office", "1 Hacker Way") },
        { "Reaction", WebhookBodies.Reaction(User, Id, "\ud83d\udc4d") },
        { "Reaction", WebhookBodies.Reaction(User, Id, emoji: null) },
        { "Sticker", WebhookBodies.Message(User, "sticker", """{"mime_type":"image/webp","sha256":"x","id":"1","animated":false}""") },
        { "Sent", WebhookBodies.Status(Id, "sent") with { PricingCategory = "utility", CallbackData = "order-1" } },
        { "Delivered", WebhookBodies.Status(Id, "delivered") with { PricingCategory = "service" } },
        { "Read", WebhookBodies.Status(Id, "read") with { RecipientId = null, UserId = "US.1" } },
        { "Failed", WebhookBodies.Status(Id, "failed", 131047) },
        { "Sent", WebhookBodies.Status(Id, "sent") with { RecipientId = "group", IsGroup = true } },
        { "SolutionCreated", WebhookBodies.Change("partner_solutions", """{"event":"SOLUTION_CREATED","solution_id":"774485461512159","solution_status":"INITIATED"}""") },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void The_contract_reads_every_event_without_a_difference(string name, FakeEvent webhook)
    {
        var inspection = WebhookInspection.Read(WhatsAppContract.Instance, webhook.ToUtf8Json());

        InspectedItem item = Assert.Single(inspection.Items);
        Assert.Equal(name, item.Event);
        Assert.Equal(UnhandledReason.None, item.Reason);
        Assert.Empty(inspection.Unknown);
        Assert.Empty(inspection.Mismatched);
    }

    [Fact]
    public void Everything_that_was_set_is_read()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000);
        FakeMessage webhook = WebhookBodies.Text(User, "Hello") with
        {
            AccountId = "1",
            PhoneNumberId = "2",
            DisplayPhoneNumber = "3",
            Id = Id,
            Timestamp = time,
            ProfileName = "Sheena",
            UserId = "US.1",
            ContextId = "wamid.before",
        };

        TextMessage message = TextMessage.Parse(webhook.ToUtf8Json());

        Assert.Equal("Hello", message.Text.Body);
        Assert.Equal("16505550101", message.From);
        Assert.Equal(Id, message.Id);
        Assert.Equal(time, message.Timestamp);
        Assert.Equal("US.1", message.FromUserId);
        Assert.Equal("wamid.before", message.Context.Id);
        RawJson entry = First(RawJson.Parse(webhook.ToUtf8Json())["entry"u8]);
        Assert.Equal("1", entry["id"u8].GetString());
        RawJson value = First(entry["changes"u8])["value"u8];
        Assert.Equal("2", value["metadata"u8]["phone_number_id"u8].GetString());
        Assert.Equal("3", value["metadata"u8]["display_phone_number"u8].GetString());
        Assert.Equal("Sheena", First(value["contacts"u8])["profile"u8]["name"u8].GetString());
    }

    [Fact]
    public void Ids_are_new_in_each_message() => Assert.NotEqual(WebhookBodies.Text(User, "a").Id, WebhookBodies.Text(User, "a").Id);

    [Fact]
    public void A_batch_joins_neighbours_of_one_kind_and_one_account()
    {
        byte[] body = WebhookBodies.Batch(
            WebhookBodies.Text(User, "1"),
            WebhookBodies.Text(User, "2"),
            WebhookBodies.Text("4915750000000", "3"),
            WebhookBodies.Status(Id, "sent"),
            WebhookBodies.Status(Id, "read"),
            WebhookBodies.Text(User, "4") with { AccountId = "other" });

        var inspection = WebhookInspection.Read(WhatsAppContract.Instance, body);

        Assert.Equal(["Text", "Text", "Text", "Sent", "Read", "Text"], inspection.Items.Select(static i => i.Event));
        string text = Encoding.UTF8.GetString(body);
        Assert.Equal(2, Count(text, "\"changes\""));
        Assert.Equal(3, Count(text, "\"metadata\""));
        RawJson value = First(First(RawJson.Parse(body)["entry"u8])["changes"u8])["value"u8];
        int contacts = 0;
        foreach (RawJson unused in value["contacts"u8].EnumerateArray())
        {
            contacts++;
        }

        Assert.Equal(2, contacts);
    }

    [Fact]
    public void No_text_shows_what_an_event_holds()
    {
        Assert.Equal("FakeMessage", WebhookBodies.Text(User, "secret words").ToString());
        Assert.Equal("FakeStatus", WebhookBodies.Status(Id, "sent").ToString());
    }

    private static RawJson First(RawJson array)
    {
        foreach (RawJson element in array.EnumerateArray())
        {
            return element;
        }

        return default;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
