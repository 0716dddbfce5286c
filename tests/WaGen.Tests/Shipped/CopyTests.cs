using System.Buffers;
using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Copies of messages: what their contents and contexts give.</summary>
public sealed class CopyTests
{
    [Theory]
    [InlineData("15555501743", "Ona")]
    [InlineData("15555509999", null)]
    public void A_copy_in_standby_carries_its_own_contact_and_no_other(string from, string? name)
    {
        StandbyMessage message = StandbyMessage.Parse(Body(
            "standby",
            $$"""
            "standby": {
              "contacts": [{ "wa_id": "15555501111", "profile": { "name": "Eve" } }, { "wa_id": "15555501743", "profile": { "name": "Ona" } }],
              "messages": [{ "from": "{{from}}", "id": "wamid.1", "timestamp": "1789200011", "type": "location", "location": { "latitude": "48.2", "longitude": 16.37 } }]
            }
            """));
        var body = new ArrayBufferWriter<byte>();
        message.WriteWebhookTo(body);

        Assert.Equal((48.2, 16.37), (message.Location.Latitude, message.Location.Longitude));
        Assert.Equal(name, message.Detach().GetContext().Contact.Profile.Name);
        Assert.DoesNotContain("Eve", Encoding.UTF8.GetString(body.WrittenSpan), StringComparison.Ordinal);
        Assert.Equal(name is null ? 0 : 1, StandbyMessage.Parse(body.WrittenSpan).GetContext().Standby.Contacts.Count);
    }

    [Fact]
    public void The_messages_of_a_chunk_are_read_with_their_contents()
    {
        HistoryChunk chunk = HistoryChunk.Parse(Bodies.Read("history.chunk-of-two-threads.json"));

        Assert.Equal([5, 0], chunk.Threads.Select(static t => t.Messages.Count));
        ViewList<HistoryMessage> messages = chunk.Threads[0].Messages;
        Assert.Equal("Hello", messages[0].Text.Body);
        Assert.Equal((MessageType.MediaPlaceholder, HistoryMessageStatus.Sent, "15555501743"), (messages[1].Type, messages[1].HistoryContext.Status, messages[1].To));
        Assert.Equal("yes", messages[2].Interactive.ButtonReply.Id);
        Assert.Equal((HistoryMessageStatus.Unknown, "MISSED", "❤️"), (messages[3].HistoryContext.Status, messages[3].HistoryContext.StatusText, messages[3].Reaction.Emoji));
        Assert.Equal(131051, messages[4].Errors[0].Code);
        Assert.Equal("ona.f", chunk.Threads[0].Context.Username);
    }

    [Fact]
    public void A_chunk_has_no_identity_because_nothing_tells_it_from_the_chunk_of_another_number() =>
        Assert.Null(HistoryChunk.Parse(Bodies.Read("history.chunk-of-two-threads.json")).GetContext().Delivery.Identity);

    [Theory]
    [InlineData("smb_message_echoes", """{ "id": "wamid.1", "edit": { "original_message_id": "wamid.0", "message": { "type": "text", "text": { "body": "New" } } } }""", "wamid.0 New")]
    [InlineData("smb_message_echoes", """{ "id": "wamid.1", "type": "edit", "edit": { "original_message_id": "wamid.0", "message": { "type": "document", "document": { "caption": "New" } } } }""", "wamid.0 New")]
    public void An_edit_has_the_message_and_its_new_content(string field, string echo, string expected)
    {
        SmbMessageEcho edit = SmbMessageEcho.Parse(Body(field, $"\"message_echoes\": [{echo}]"));

        EditedMessage message = edit.Edit.Message;
        Assert.Equal(expected, $"{edit.Edit.OriginalMessageId} {message.Text.Body ?? message.Document.Caption}");
    }

    [Fact]
    public void What_another_app_sent_is_there_as_it_was_sent()
    {
        StandbyMessageEcho echo = StandbyMessageEcho.Parse(Bodies.Read("standby.echo-of-template.json"));

        Assert.Equal("en_US", echo.Message["template"u8]["language"u8]["code"u8].GetString());
        Assert.Equal("en_US", echo.Template["language"u8].GetString());
        Assert.False(echo.Flow.IsPresent);
    }

    private static byte[] Body(string field, string value) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"{{{field}}}","value":{ {{{value}}} }}]}]}""");
}
