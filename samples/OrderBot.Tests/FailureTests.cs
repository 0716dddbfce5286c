using OrderBot.Tests.Support;

namespace OrderBot.Tests;

/// <summary>What the bot does when sending fails.</summary>
public sealed class FailureTests
{
    private const string Customer = "16505550101";

    [Fact]
    public async Task A_refused_message_is_answered_with_500_and_sent_when_the_event_comes_again()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        shop.Graph.FailNext(131047, "SendMessage");

        IReadOnlyList<int> answers = await shop.ReceiveAsync(WebhookBodies.ListReply(Customer, "basil", "Basil"));

        Assert.Equal([500, 200], answers);
        Assert.Equal(131047, shop.Messages[0].ErrorCode);
        Assert.Equal(["image", "image", "interactive"], shop.Messages.Select(static message => message.Json["type"u8].GetString()));
    }

    [Fact]
    public async Task An_order_outlives_a_receipt_that_could_not_be_uploaded()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        await shop.ReceiveAsync(WebhookBodies.ListReply(Customer, "basil", "Basil"));
        await shop.ReceiveAsync(WebhookBodies.ButtonReply(Customer, "quantity-1", "One"));
        shop.Graph.FailNext(131053, "UploadMedia");

        IReadOnlyList<int> answers = await shop.ReceiveAsync(WebhookBodies.FlowReply(Customer, """{"street":"Rose Street 1","city":"Berlin"}"""));

        Assert.Equal([500, 200], answers);
        Assert.Single(shop.Messages, static message => message.Json["type"u8].GetString() is "template");
        Assert.Single(shop.Messages, static message => message.Json["type"u8].GetString() is "document");
    }

    [Fact]
    public async Task A_message_that_did_not_arrive_is_logged_by_its_code_alone()
    {
        await using RunningShop shop = await RunningShop.StartAsync(StatusPlayback.Failed(131026, "Said about a person."));

        FakeRequest reply = Assert.Single(await shop.AnswersAsync(WebhookBodies.Text(Customer, "Hello")));

        string line = Assert.Single(shop.Log.Lines, static line => line.Contains("not delivered", StringComparison.Ordinal));
        Assert.Contains("131026", line, StringComparison.Ordinal);
        Assert.All(shop.Log.Lines, line =>
        {
            Assert.DoesNotContain(Customer, line, StringComparison.Ordinal);
            Assert.DoesNotContain(reply.MessageId!, line, StringComparison.Ordinal);
            Assert.DoesNotContain("Said about a person.", line, StringComparison.Ordinal);
        });
    }
}
