using System.Text;
using OrderBot.Tests.Support;

namespace OrderBot.Tests;

/// <summary>The way of an order through the whole bot.</summary>
public sealed class OrderTests
{
    private const string Customer = "16505550101";
    private const string Address = """{"street":"Rose Street 1","city":"Berlin","flow_token":"basil"}""";

    private static readonly FakeMessage Hello = WebhookBodies.Text(Customer, "Hello") with { ProfileName = "Sheena" };
    private static readonly FakeMessage Basil = WebhookBodies.ListReply(Customer, "basil", "Basil");
    private static readonly FakeMessage Two = WebhookBodies.ButtonReply(Customer, "quantity-2", "Two");

    [Fact]
    public async Task An_order_goes_from_the_first_word_to_the_receipt()
    {
        await using RunningShop shop = await RunningShop.StartAsync();

        var list = (InteractiveList)Interactive(await shop.AnswersAsync(Hello));
        Assert.Equal(["aloe", "basil", "ficus"], list.Action.Sections[0].Rows.Select(static row => row.Id));

        IReadOnlyList<FakeRequest> chosen = await shop.AnswersAsync(Basil);
        Assert.Equal(["image", "interactive"], chosen.Select(static message => message.Json["type"u8].GetString()));
        Assert.Equal("4 EUR, for the kitchen window", chosen[0].Json["image"u8]["caption"u8].GetString());
        Assert.Equal("How many of Basil?", chosen[1].Json["interactive"u8]["body"u8]["text"u8].GetString());

        var flow = (InteractiveFlow)Interactive(await shop.AnswersAsync(Two));
        Assert.Equal("basil", flow.Action.Parameters.FlowToken);

        IReadOnlyList<FakeRequest> done = await shop.AnswersAsync(WebhookBodies.FlowReply(Customer, Address) with { ProfileName = "Sheena" });
        Assert.Equal(["template", "document"], done.Select(static message => message.Json["type"u8].GetString()));
        TemplateContent template = ((OutgoingTemplateMessage)done[0].Payload!).Template;
        var body = (BodyComponent)Assert.Single(template.Components!);
        Assert.Equal(["Sheena", "2 x Basil"], body.Parameters.Cast<TextParameter>().Select(static parameter => parameter.Text));
        FakeMedia receipt = shop.Graph.FindMedia(done[1].Json["document"u8]["id"u8].GetString()!)!;
        Assert.Equal(("text/plain", "receipt.txt"), (receipt.ContentType, receipt.FileName));
        Assert.Equal("2 x Basil: 8 EUR\nTo: Rose Street 1, Berlin\n", Encoding.UTF8.GetString(receipt.Content.Span));

        Assert.Null(shop.Orders.Find(Customer));
        Assert.All(shop.Messages, static message => Assert.Equal(Customer, PhoneOf(message)));
        Assert.All(shop.Graph.Requests, static request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task A_text_is_marked_as_read_before_the_list_comes()
    {
        await using RunningShop shop = await RunningShop.StartAsync();

        await shop.ReceiveAsync(Hello);

        FakeRequest first = shop.Graph.Requests[0];
        Assert.Equal("read", first.Json["status"u8].GetString());
        Assert.Equal(Hello.Id, first.Json["message_id"u8].GetString());
        Assert.Equal("text", first.Json["typing_indicator"u8]["type"u8].GetString());
        Assert.Equal(2, shop.Graph.Requests.Count);
    }

    [Fact]
    public async Task Who_would_rather_not_is_waved_to()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        await shop.ReceiveAsync(Basil);
        Assert.NotNull(shop.Orders.Find(Customer));
        FakeMessage cancel = WebhookBodies.ButtonReply(Customer, "cancel", "Rather not");

        RawJson reaction = Assert.Single(await shop.AnswersAsync(cancel)).Json["reaction"u8];

        Assert.Equal(cancel.Id, reaction["message_id"u8].GetString());
        Assert.Null(shop.Orders.Find(Customer));
    }

    [Fact]
    public async Task A_product_of_an_older_list_is_not_sold_any_more()
    {
        await using RunningShop shop = await RunningShop.StartAsync();

        FakeRequest answer = Assert.Single(await shop.AnswersAsync(WebhookBodies.ListReply(Customer, "cactus", "Cactus")));

        Assert.Equal("We do not sell that any more.", answer.Json["text"u8]["body"u8].GetString());
        Assert.Null(shop.Orders.Find(Customer));
    }

    [Fact]
    public async Task A_customer_who_hides_the_phone_number_is_answered_by_user_id()
    {
        await using RunningShop shop = await RunningShop.StartAsync();

        FakeRequest answer = Assert.Single(await shop.AnswersAsync(WebhookBodies.Text(from: null, "Hello") with { UserId = "US.13491208655302741918" }));

        Assert.Equal("US.13491208655302741918", answer.Json["recipient"u8].GetString());
        Assert.False(answer.Json["to"u8].IsPresent);
    }

    private static InteractiveContent Interactive(IReadOnlyList<FakeRequest> messages) => ((OutgoingInteractiveMessage)Assert.Single(messages).Payload!).Interactive;

    private static string? PhoneOf(FakeRequest message) => message.Json["to"u8].GetString();
}
