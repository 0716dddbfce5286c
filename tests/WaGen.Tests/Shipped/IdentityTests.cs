using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>What makes two deliveries the same event.</summary>
public sealed class IdentityTests
{
    private const string Template = """{"event":"APPROVED","message_template_id":1689556908129832,"message_template_name":"spring","message_template_language":"en-US","reason":null}""";

    [Theory]
    [InlineData("message_template_status_update", "\"time\":1739321024,", Template, "1739321024/1689556908129832/APPROVED/en-US")]
    [InlineData("message_template_status_update", "\"time\":\"1739321024\",", Template, "1739321024/1689556908129832/APPROVED/en-US")]
    [InlineData("message_template_status_update", "", Template, null)]
    [InlineData("message_template_status_update", "\"time\":null,", Template, null)]
    [InlineData("security", "\"time\":1739321024,", """{"display_phone_number":"15550783881","event":"PIN_CHANGED","requester":"1"}""", "1739321024/15550783881/PIN_CHANGED/1")]
    [InlineData("messages", "", """{"messages":[{"id":"wamid.A","type":"text","text":{}}]}""", "wamid.A")]
    [InlineData("messages", "", """{"statuses":[{"id":"wamid.A","status":"read","recipient_participant_id":"15550100"}]}""", "wamid.A/read/15550100")]
    [InlineData("messages", "", """{"errors":[{"code":130429}]}""", null)]
    public void An_event_has_the_identity_that_its_schema_names(string field, string time, string value, string? identity)
    {
        InspectedItem item = Assert.Single(Read(field, time, value).Items);
        Assert.NotNull(item.Handler);
        Assert.Equal(identity, item.Identity);
        Assert.Equal(identity is null ? 0 : identity.Split('/').Length, item.IdentityPaths.Count);
    }

    [Fact]
    public void What_an_array_holds_tells_events_apart()
    {
        string[] identities =
        [
            Payment("""[{"id":"r1","status":"pending"}]"""), Payment("""[{"id":"r1","status":"success"}]"""), Payment("[]"), Payment("null"),
            Restriction("""[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING"}]"""), Restriction("""[{"restriction_type":"RESTRICTED_UTILITY_TEMPLATES"}]"""),
        ];
        Assert.Distinct(identities);
        Assert.Equal(identities[0], Payment("""[ {"status":"pend\u0069ng", "id":"r1"} ]"""));
        Assert.Matches("^wamid.A/captured/t1/success/[0-9a-f]{16}$", identities[0]);
        Assert.Equal("wamid.A/captured/t1/success", identities[3]);

        static string Payment(string refunds) => IdentityOf("messages", $$$"""
            {"statuses":[{"id":"wamid.A","type":"payment","status":"captured","payment":{"transaction":{"id":"t1","status":"success"},"refunds":{{{refunds}}}}}]}
            """);
        static string Restriction(string restrictions) => IdentityOf("account_update", $$"""{"event":"ACCOUNT_RESTRICTION","restriction_info":{{restrictions}}}""");
        static string IdentityOf(string field, string value) => Assert.Single(Read(field, "\"time\":1739321024,", value).Items).Identity!;
    }

    [Fact]
    public void A_detached_event_keeps_the_identity_that_its_envelope_gave_it()
    {
        byte[] body = Body("message_template_status_update", "\"time\":1739321024,", Template);
        TemplateStatus status = TemplateStatus.Parse(body).Detach();
        Assert.Equal("1739321024/1689556908129832/APPROVED/en-US", status.GetContext().Delivery.Identity);
    }

    private static WebhookInspection Read(string field, string time, string value) => WebhookInspection.Read(WhatsAppContract.Instance, Body(field, time, value));

    private static byte[] Body(string field, string time, string value) => Encoding.UTF8.GetBytes(
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"102290129340398",{{time}}"changes":[{"field":"{{field}}","value":{{value}}}]}]}""");
}
