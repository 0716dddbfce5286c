using System.Buffers;
using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>What events carry with them.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("recipient_participant_id")]
    [InlineData("participant_recipient_id")]
    public void A_contact_is_found_under_every_spelling_of_the_member(string member)
    {
        Status status = Status.Parse(Body(
            """{"wa_id":"76","profile":{"name":"Eve"}},{"wa_id":"77","profile":{"name":"Ada"}}""",
            "statuses",
            $$"""{"id":"wamid.1","status":"delivered","recipient_id":"group","recipient_type":"group","{{member}}":"77"}"""));

        Assert.Equal("77", status.RecipientParticipantId);
        Assert.Equal(member, Encoding.UTF8.GetString(status.RecipientParticipantIdWireNameUtf8));
        Assert.Equal("Ada", status.GetContext().Contact.Profile.Name);
    }

    [Theory]
    [InlineData("77", "Ada")]
    [InlineData("78", null)]
    public void A_detached_event_carries_its_own_contact_and_no_other(string from, string? name)
    {
        TextMessage message = TextMessage.Parse(Body(
            """{"wa_id":"76","profile":{"name":"Eve"}},{"wa_id":"77","profile":{"name":"Ada"}}""",
            "messages",
            $$$"""{"from":"{{{from}}}","id":"wamid.1","type":"text","text":{"body":"Hello"}}"""));
        var body = new ArrayBufferWriter<byte>();
        message.WriteWebhookTo(body);

        Assert.Equal(name, message.Detach().GetContext().Contact.Profile.Name);
        Assert.Equal("Hello", TextMessage.Parse(body.WrittenSpan).Text.Body);
        Assert.DoesNotContain("Eve", Encoding.UTF8.GetString(body.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_without_id_has_no_identity() =>
        Assert.Null(Status.Parse(Body("", "statuses", """{"status":"read","recipient_id":"77"}""")).GetContext().Delivery.Identity);

    private static byte[] Body(string contacts, string array, string item) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"contacts":[{{{contacts}}}],"{{{array}}}":[{{{item}}}]}}]}]}""");
}
