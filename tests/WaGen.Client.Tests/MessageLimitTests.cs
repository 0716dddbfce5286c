using System.Globalization;
using System.Text;

namespace WaGen.Client.Tests;

/// <summary>Messages wait for the limits of their number and of their recipient.</summary>
public sealed class MessageLimitTests
{
    [Fact]
    public async Task The_46th_message_to_one_recipient_waits_six_seconds()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.MessagesPerSecond = 1000);
        for (int i = 0; i < 45; i++)
        {
            await setup.SendAsync(Order.For("+1 555 000 1111"));
        }

        Task<Receipt> next = setup.SendAsync(Order.For("15550001111"));
        await setup.SendAsync(Order.For("15550002222"));
        await setup.Time.WaitForAsync(TimeSpan.FromSeconds(6));
        Assert.False(next.IsCompleted);
        Assert.Equal(46, server.Requests.Count);
        setup.Time.Pass(TimeSpan.FromSeconds(6));

        await next;
        Assert.Equal(47, server.Requests.Count);
    }

    [Fact]
    public async Task The_pair_limit_can_be_switched_off()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.LimitPairs, options.MessagesPerSecond) = (false, 1000));

        for (int i = 0; i < 60; i++)
        {
            await setup.SendAsync();
        }

        Assert.Equal(60, server.Requests.Count);
    }

    [Fact]
    public async Task A_number_sends_as_many_messages_as_it_may()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.Accounts[Setup.Depot] = new() { MessagesPerSecond = 20 });

        await SendAsync(setup, 0);
        await SendAsync(setup, 1);
        Task<Receipt> third = SendAsync(setup, 2);
        await setup.Time.WaitForAsync(TimeSpan.FromMilliseconds(50));
        Task<Receipt> fourth = SendAsync(setup, 3);
        await setup.Time.WaitForAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal(2, server.Requests.Count);
        setup.Time.Pass(TimeSpan.FromMilliseconds(50));
        await third;
        setup.Time.Pass(TimeSpan.FromMilliseconds(50));
        await fourth;
    }

    [Fact]
    public async Task Operations_without_a_limit_do_not_wait()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.MessagesPerSecond = 1);

        for (int i = 0; i < 5; i++)
        {
            await setup.GetAsync();
        }

        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task A_message_that_would_wait_too_long_is_held_and_says_for_how_long()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.MessagesPerSecond, options.MaxQueueTime) = (1, TimeSpan.FromMilliseconds(1500)));
        await SendAsync(setup, 0);
        Task<Receipt> second = SendAsync(setup, 1);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => SendAsync(setup, 2));

        Assert.Equal(TimeSpan.FromSeconds(2), exception.RetryAfter);
        Assert.Equal(ApiErrorClass.RetryLater, exception.ErrorClass);
        Assert.Contains("nothing was sent", exception.Message, StringComparison.Ordinal);
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await second;
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Who_waits_can_give_up()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.MessagesPerSecond = 1);
        using var cancel = new CancellationTokenSource();
        await SendAsync(setup, 0);

        Task<Receipt> send = setup.SendAsync(Order.For("1"), cancel.Token);
        await setup.Time.WaitForAsync(TimeSpan.FromSeconds(1));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"to":"+49 (151) 123"}""", "49151123")]
    [InlineData("""{"recipient":"US.13491208655302741918"}""", "US.13491208655302741918")]
    [InlineData("""{"recipient":"US.1","to":"491"}""", "491")]
    [InlineData("""{"to":"","recipient":"US.1"}""", "US.1")]
    [InlineData("""{"text":{"to":"1","recipient":"2"},"list":[{"to":"3"}],"to":"4"}""", "4")]
    [InlineData("""{"to":null}""", null)]
    [InlineData("""{"to":"1203","recipient_type":"group"}""", null)]
    [InlineData("""{"recipient_type":"individual","to":"1203"}""", "1203")]
    [InlineData("""{"status":"read","message_id":"wamid.1"}""", null)]
    [InlineData("""{}""", null)]
    public void The_recipient_is_read_from_the_body(string body, string? expected) => Assert.Equal(expected, MessageTarget.Of(Encoding.UTF8.GetBytes(body)));

    private static Task<Receipt> SendAsync(Setup setup, int recipient) => setup.SendAsync(Order.For(recipient.ToString(CultureInfo.InvariantCulture)));
}
