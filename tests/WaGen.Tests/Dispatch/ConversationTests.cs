using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Dispatch;

/// <summary>Contexts say to whom and to what a reply goes.</summary>
public sealed class ConversationTests
{
    [Fact]
    public void A_message_names_number_user_and_itself()
    {
        IConversation conversation = Message(""" "from": "15555501743", "from_user_id": "US.1", "id": "wamid.A", """);
        Assert.Equal(("392817740556101", "15555501743", "US.1", "wamid.A", null), Parts(conversation));
        Assert.Null(conversation.Services);
    }

    [Fact]
    public void A_user_without_a_number_is_named_by_the_first_id_that_is_there()
    {
        Assert.Equal(("392817740556101", null, "US.1", "wamid.A", null), Parts(Message(""" "from": "", "from_user_id": "US.1", "from_parent_user_id": "US.ENT.2", "id": "wamid.A", """)));
        Assert.Equal(("392817740556101", null, "US.ENT.2", null, null), Parts(Message(""" "from_user_id": null, "from_parent_user_id": "US.ENT.2", """)));
    }

    [Fact]
    public void A_number_that_is_sent_as_a_number_counts_and_anything_else_does_not()
    {
        Assert.Equal("15555501743", Parts(Message(""" "from": 15555501743, """)).Phone);
        Assert.Null(Parts(Message(""" "from": ["15555501743"], """)).Phone);
    }

    [Fact]
    public void A_message_in_a_group_is_answered_there() =>
        Assert.Equal("G1", Parts(Message(""" "from": "15555501743", "group_id": "G1", """)).Group);

    [Fact]
    public void A_status_names_no_message_of_the_user()
    {
        IConversation conversation = Status.Parse(Body(""" "statuses": [{ "id": "wamid.B", "status": "sent", "recipient_id": "15555501743", "timestamp": "1789201340" }] """)).GetContext();
        Assert.Equal(("392817740556101", "15555501743", null, null, null), Parts(conversation));
    }

    [Fact]
    public void A_call_names_the_user_whoever_called()
    {
        IConversation conversation = Call.Parse(Body(
            """ "contacts": [{ "wa_id": "15555501743", "user_id": "US.1" }], "calls": [{ "id": "wacid.C", "from": "15555500471", "to": "15555501743", "to_user_id": "US.1", "event": "connect", "direction": "BUSINESS_INITIATED", "timestamp": "1789201340" }] """,
            "calls")).GetContext();
        Assert.Equal(("392817740556101", "15555501743", "US.1", null, null), Parts(conversation));
    }

    [Fact]
    public async Task Handlers_reach_the_services_of_their_application()
    {
        var bot = new Bot();
        var services = new NoServices();
        var processor = new WebhookProcessor(
            WhatsAppContract.Instance,
            [WebhookHandlerRegistration.Singleton(bot)],
            new SignatureVerifier([new("app", "secret")]),
            new WebhookProcessorOptions { Services = services });

        await processor.ProcessVerifiedAsync(Body(""" "messages": [{ "type": "text", "text": { "body": "Hi" }, "id": "wamid.A", "timestamp": "1789201340" }] """));

        Assert.Same(services, bot.Services);
        Assert.Same(services, bot.Detached);
        Assert.Throws<ObjectDisposedException>(() => bot.Late!.Services);
        Assert.Throws<ObjectDisposedException>(() => bot.Late!.MessageId);
    }

    private static (string? Number, string? Phone, string? User, string? Message, string? Group) Parts(IConversation c) => (c.BusinessNumberId, c.UserPhone, c.UserId, c.MessageId, c.GroupId);

    private static MessagesContext Message(string members) =>
        WaGen.WhatsApp.Message.Parse(Body($$""" "messages": [{ {{members}} "type": "text", "text": { "body": "Hi" }, "timestamp": "1789201340" }] """)).GetContext();

    private static byte[] Body(string value, string field = "messages") => Encoding.UTF8.GetBytes($$"""
        { "object": "whatsapp_business_account", "entry": [{ "id": "1", "changes": [{ "field": "{{field}}", "value": { "messaging_product": "whatsapp", "metadata": { "phone_number_id": "392817740556101" }, {{value}} } }] }] }
        """);

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class Bot : IMessagesHandler
    {
        public IServiceProvider? Services { get; private set; }

        public IServiceProvider? Detached { get; private set; }

        public IConversation? Late { get; private set; }

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            Services = ((IConversation)context).Services;
            Detached = ((IConversation)message.Detach().GetContext()).Services;
#pragma warning disable WAGEN211 // The test asks what happens when it is kept.
            Late = context;
#pragma warning restore WAGEN211
            return default;
        }
    }
}
