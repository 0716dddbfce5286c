using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Contents of messages and statuses whose shape has a trap: other names, other JSON types, arrays, objects in objects.</summary>
public sealed class MessageContentTests
{
    [Fact]
    public void A_voice_message_of_either_age_is_audio()
    {
        AudioMessage older = AudioMessage.Parse(Bodies.Read("voice.older-type.json"));
        AudioMessage newer = AudioMessage.Parse(Bodies.Read("audio.voice-note.json"));

        Assert.Equal((MessageType.Voice, "id_voice"), (older.Type, older.Audio.Id));
        Assert.Null(older.Audio.Voice);
        Assert.Equal((MessageType.Audio, "620453393744052"), (newer.Type, newer.Audio.Id));
        Assert.True(newer.Audio.Voice);
    }

    [Fact]
    public void Cards_of_a_message_are_other_objects_than_contacts_of_the_value()
    {
        ContactsMessage message = ContactsMessage.Parse(Bodies.Read("contacts.several-cards.json"));

        Assert.Equal(["CELL", "CELL", "CELL"], message.Contacts.Select(static c => c.Phones[0].Type));
        Assert.Equal("Kett", message.Contacts[2].Name.FirstName);
        Assert.Equal("3752630576514", message.GetContext().Contact.WaId);
    }

    [Fact]
    public void What_a_card_is_shared_for_stands_on_the_card_or_in_a_draft_on_the_message()
    {
        ContactsMessage onCard = ContactsMessage.Parse(Bodies.Read("contacts.on-request.json"));
        ContactsMessage onMessage = ContactsMessage.Parse(Bodies.Read("contacts.origin-on-message.json"));

        Assert.Equal(ContactOrigin.ContactRequest, onCard.Contacts[0].Origin);
        Assert.Equal((ContactOrigin.Unknown, "contact_request/other"), (onMessage.Origin, onMessage.OriginText));
        Assert.Null(onMessage.Contacts[0].Origin);
    }

    [Theory]
    [InlineData("order.prices-as-text.json", 500, 2)]
    [InlineData("order.fractional-price.json", 64.696487, 1)]
    public void Prices_and_quantities_are_numbers_also_when_sent_as_text(string body, double price, long quantity)
    {
        OrderMessage message = OrderMessage.Parse(Bodies.Read(body));

        Assert.Equal((decimal)price, message.Order.ProductItems[0].ItemPrice);
        Assert.Equal(quantity, message.Order.ProductItems[0].Quantity);
    }

    [Fact]
    public void A_change_of_number_reads_the_same_under_its_older_names()
    {
        UserChangedNumberMessage message = UserChangedNumberMessage.Parse(Bodies.Read("system.older-number-change.json"));

        Assert.Equal((SystemType.UserChangedNumber, "customer_changed_number"), (message.System.Type, message.System.TypeText));
        Assert.Equal(("15555500187", "15555500188"), (message.From, message.System.WaId));
    }

    [Theory]
    [InlineData("edit.text.json", "wamid.T0xE", MessageType.Text, "amber", null)]
    [InlineData("edit.caption.json", "wamid.h1GF9GO7kmeIKE2b4oQzkcFDhMmRlefmxESr0NR3QHkK6k4pEUCtPPvF", MessageType.Image, null, "Copper nectar delta s")]
    public void An_edit_holds_a_message_of_its_own(string body, string original, MessageType type, string? text, string? caption)
    {
        EditContent edit = EditMessage.Parse(Bodies.Read(body)).Edit;

        Assert.Equal((original, type), (edit.OriginalMessageId, edit.Message.Type));
        Assert.Equal((text, caption), (edit.Message.Text.Body, edit.Message.Image.Caption));
    }

    [Theory]
    [InlineData("\"1785300000\"")]
    [InlineData("1785300000")]
    public void A_call_permission_ends_at_a_time_of_either_type(string time)
    {
        CallPermissionReplyMessage message = CallPermissionReplyMessage.Parse(Body(
            "messages",
            """{"id":"wamid.1","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","expiration_timestamp":""" + time + "}}}"));

        Assert.Equal(CallPermissionResponse.Accept, message.Interactive.CallPermissionReply.Response);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1785300000), message.Interactive.CallPermissionReply.ExpirationTimestamp);
    }

    [Theory]
    [InlineData("captured", StatusKind.Captured)]
    [InlineData("failed", StatusKind.Failed)]
    public void A_status_of_a_payment_is_told_by_its_type_whatever_the_status(string status, StatusKind kind)
    {
        Status payment = Status.Parse(Body(
            "statuses",
            $$$"""{"id":"wamid.1","type":"payment","status":"{{{status}}}","payment":{"amount":{"value":10380,"offset":100},"notes":{"branch":"Kochi"},"refunds":[{"speed_processed":"instant"}]}}"""));

        Assert.Equal(kind, payment.Kind);
        Assert.Equal(10380, payment.Payment.Amount.Value);
        Assert.Equal("Kochi", payment.Payment.Notes["branch"u8]);
        Assert.Equal(RefundSpeed.Instant, payment.Payment.Refunds[0].SpeedProcessed);
    }

    [Fact]
    public void The_sender_is_found_by_user_id_before_the_phone_number()
    {
        TextMessage message = TextMessage.Parse(Body(
            "messages",
            """{"id":"wamid.1","from":"77","from_user_id":"DE.1","type":"text","text":{"body":"Hello"}}""",
            """{"wa_id":"77","user_id":"DE.2","profile":{"name":"Eve"}},{"user_id":"DE.1","profile":{"name":"Ada"}}"""));

        Assert.Equal("Ada", message.GetContext().Contact.Profile.Name);
    }

    private static byte[] Body(string array, string item, string contacts = "") => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"contacts":[{{{contacts}}}],"{{{array}}}":[{{{item}}}]}}]}]}""");
}
