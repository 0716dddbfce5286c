namespace WaGen.Testing.Tests.Receiving;

public sealed class WebhookTestReceiverTests
{
    private const string User = "16505550101";

    private readonly RecordingBot _bot = new();

    [Fact]
    public async Task A_handler_gets_the_event()
    {
        FakeMessage message = WebhookBodies.Text(User, "menu");

        WebhookReception reception = await new WebhookTestReceiver().Add(_bot).ReceiveAsync(message);

        Assert.True(reception.IsAccepted);
        Assert.Equal(new HandledEvent("messages", "Text", message.Id), Assert.Single(reception.Handled));
        Assert.Empty(reception.Unhandled);
        Assert.Empty(reception.Differences);
        Assert.Equal(["menu"], _bot.Seen);
        Assert.Same(reception, reception.ThrowIfFailed());
    }

    [Fact]
    public async Task What_no_handler_takes_is_told_with_its_reason()
    {
        WebhookReception reception = await new WebhookTestReceiver().Add(_bot).ReceiveAsync(
            WebhookBodies.Image(User), WebhookBodies.Change("field_of_tomorrow", "{}"), WebhookBodies.Text(User, "menu"));

        Assert.Equal(["menu"], _bot.Seen);
        Assert.Equal([UnhandledReason.UnknownField, UnhandledReason.NotHandled], reception.Unhandled.Select(static u => u.Reason).Order());
        Assert.Contains(reception.Unhandled, static u => u is { Event: "Image", Field: "messages" });
        Assert.Equal(3, reception.Outcome.Events + 1);
    }

    [Fact]
    public async Task What_a_handler_throws_can_be_thrown_again()
    {
        WebhookReception reception = await new WebhookTestReceiver().Add(_bot).ReceiveAsync(WebhookBodies.Text(User, RecordingBot.Bad));

        Assert.False(reception.IsAccepted);
        Assert.Equal(WebhookResult.HandlerFailed, reception.Outcome.Result);
        Assert.Equal(typeof(RecordingBot), Assert.Single(reception.Failures).Handler);
        Assert.Equal("The bot does not like it.", Assert.Throws<InvalidOperationException>(() => reception.ThrowIfFailed()).Message);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_handled_again_unless_a_store_remembers_it()
    {
        FakeMessage message = WebhookBodies.Text(User, "menu");
        WebhookTestReceiver forgetful = new WebhookTestReceiver().Add(_bot);
        await forgetful.ReceiveAsync(message);
        await forgetful.ReceiveAsync(message);
        Assert.Equal(2, _bot.Seen.Count);

        WebhookTestReceiver remembering = new WebhookTestReceiver(new WebhookProcessorOptions { DeduplicationStore = new InMemoryDeduplicationStore() }).Add(_bot);
        await remembering.ReceiveAsync(message);
        WebhookReception second = await remembering.ReceiveAsync(message);

        Assert.Equal(3, _bot.Seen.Count);
        Assert.Equal(1, second.Outcome.Duplicates);
    }

    [Fact]
    public async Task A_hook_gets_what_is_left()
    {
        var hook = new Hook();

        await new WebhookTestReceiver().Add(_bot).AddUnhandled(hook).ReceiveAsync("not json"u8.ToArray());

        Assert.Equal([UnhandledReason.NotJson], hook.Reasons);
    }

    [Fact]
    public async Task Differences_from_the_schema_are_told()
    {
        WebhookReception reception = await new WebhookTestReceiver(contract: WhatsAppContract.Instance)
            .ReceiveAsync(WebhookBodies.Message(User, "text", """{"body":"Hello","mood":"good"}"""));

        Assert.Contains(reception.Differences, static d => d.Contains("text.mood", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bodies_at_the_same_time_are_told_apart()
    {
        WebhookTestReceiver receiver = new WebhookTestReceiver().Add(_bot);
        await receiver.ReceiveAsync(WebhookBodies.Text(User, "first"));

        WebhookReception[] receptions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => receiver.ReceiveAsync(WebhookBodies.Text(User, "menu")))));

        Assert.All(receptions, static r => Assert.Single(r.Handled));
        Assert.Equal(20, receptions.Select(static r => r.Handled[0].Identity).Distinct().Count());
    }

    [Fact]
    public async Task A_receiver_without_handlers_says_so()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(static () => new WebhookTestReceiver().ReceiveAsync(WebhookBodies.Text(User, "menu")));

        WebhookTestReceiver receiver = new WebhookTestReceiver().Add(_bot);
        await receiver.ReceiveAsync(WebhookBodies.Text(User, "menu"));
        Assert.Throws<InvalidOperationException>(() => receiver.Add(new RecordingBot()));
    }

    private sealed class Hook : IUnhandledHandler
    {
        public List<UnhandledReason> Reasons { get; } = [];

        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
        {
            Reasons.Add(unhandled.Reason);
            return ValueTask.CompletedTask;
        }
    }
}
