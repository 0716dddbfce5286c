using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Inspection;

public class InspectionTests
{
    [Fact]
    public void Every_scalar_is_typed_unknown_or_mismatched()
    {
        WebhookInspection read = Read("""
            {"object":"whatsapp_business_account","extra":1,"entry":[{"id":102,"time":"soon","changes":[
             {"value":{"metadata":{"display_phone_number":"15550783881"},"contacts":[{"wa_id":"4915550100","other":{"a":1}},7],
              "messages":[{"from":"4915550100","id":"wamid.A","timestamp":1790000000,"type":"text","text":{"body":"Hi","preview":null}},
                          {"id":"wamid.B","type":"poll","poll":{"x":1}},
                          "text"]},
              "field":"messages"},
             {"field":"no_such_field","value":{"a":1}},
             {"field":5}]}]}
            """);
        Assert.Equal(
        [
            "object string \"whatsapp_business_account\"",
            "entry[0].id string 102",
            "entry[0].changes[0].value.metadata.display_phone_number string \"15550783881\"",
            "entry[0].changes[0].value.contacts[0].wa_id string \"4915550100\"",
            "entry[0].changes[0].value.messages[0].from string \"4915550100\"",
            "entry[0].changes[0].value.messages[0].id string \"wamid.A\"",
            "entry[0].changes[0].value.messages[0].timestamp unix-time 1790000000",
            "entry[0].changes[0].value.messages[0].type enum \"text\"",
            "entry[0].changes[0].value.messages[0].text.body string \"Hi\"",
            "entry[0].changes[0].field string \"messages\"",
            "entry[0].changes[1].field string \"no_such_field\"",
        ],
        read.Typed.Select(member => $"{member.Path} {member.Type} {Encoding.UTF8.GetString(member.Value.Utf8)}"));
        Assert.Equal(
        [
            "extra",
            "entry[0].changes[0].value.contacts[0].other",
            "entry[0].changes[0].value.messages[0].text.preview",
            "entry[0].changes[0].value.messages[1]",
            "entry[0].changes[0].value.messages[2]",
            "entry[0].changes[1].value",
            "entry[0].changes[2]",
        ],
        read.Unknown);
        Assert.Equal(
        [
            "entry[0].time integer (Unix seconds) or string of digits (Unix seconds) string",
            "entry[0].changes[0].value.contacts[1] object number",
        ],
        read.Mismatched.Select(mismatch => $"{mismatch.Path} {mismatch.Expected} {mismatch.Actual}"));
    }

    [Fact]
    public void Items_tell_what_a_handler_would_get()
    {
        WebhookInspection read = Read("""
            {"object":"whatsapp_business_account","entry":[{"id":"102","changes":[{"field":"messages","value":{
             "messages":[{"from":"4915550100","id":"wamid.A","type":"text","text":{"body":"Hi"}},{"id":"wamid.B","type":"poll"}],
             "statuses":[{"id":"wamid.S","status":"read","recipient_id":"4915550100"}]}},
             {"field":"no_such_field","value":{}}]}]}
            """);
        const string Value = "entry[0].changes[0].value.";
        Assert.Equal(4, read.Items.Count);
        InspectedItem text = read.Items[0];
        Assert.Equal((Value + "messages[0]", "messages", "Text", "OnTextAsync", UnhandledReason.None), (text.Path, text.Field, text.Event, text.Handler, text.Reason));
        Assert.Equal(("102", "wamid.A", "4915550100"), (text.EntryId, text.Identity, text.OrderKey));
        Assert.Equal([Value + "messages[0].id"], text.IdentityPaths);
        InspectedItem poll = read.Items[1];
        Assert.Equal((Value + "messages[1]", "messages", null, null, UnhandledReason.UnknownEvent), (poll.Path, poll.Field, poll.Event, poll.Handler, poll.Reason));
        Assert.Equal([Value + "statuses[0].id", Value + "statuses[0].status"], read.Items[2].IdentityPaths);
        InspectedItem unknown = read.Items[3];
        Assert.Equal(("entry[0].changes[1].value", "no_such_field", UnhandledReason.UnknownField), (unknown.Path, unknown.Field, unknown.Reason));
    }

    [Fact]
    public void A_body_that_is_not_JSON_has_a_fault_and_nothing_else()
    {
        WebhookInspection read = Read("""{"object":"whatsapp_business_account",}""");
        Assert.Equal(new JsonFault(JsonFaultKind.ExpectedName, 38), read.Fault);
        Assert.Empty(read.Items);
        Assert.Empty(read.Typed);
    }

    [Fact]
    public void A_body_of_another_product_is_unknown_as_a_whole()
    {
        WebhookInspection read = Read("""{"object":"page","entry":[{"id":"1"}]}""");
        Assert.Equal(UnhandledReason.OtherProduct, Assert.Single(read.Items).Reason);
        Assert.Equal([""], read.Unknown);
        Assert.Empty(read.Typed);
    }

    private static WebhookInspection Read(string json) => WebhookInspection.Read(WhatsAppContract.Instance, Encoding.UTF8.GetBytes(json));
}
