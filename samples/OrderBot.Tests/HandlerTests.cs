using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace OrderBot.Tests;

/// <summary>The handler alone: without an endpoint, and with a platform in memory.</summary>
public sealed class HandlerTests : IAsyncDisposable
{
    private readonly FakeGraph _graph = new(WhatsAppApi.Operations);
    private readonly OrderBook _orders = new();
    private readonly ServiceProvider _services;
    private readonly WebhookTestReceiver _receiver;

    public HandlerTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWhatsAppClient(static options => options.AccessToken = "token").Http.ConfigurePrimaryHttpMessageHandler(_graph.CreateHandler);
        _services = services.BuildServiceProvider();
        var handler = new OrderHandler(_orders, _services.GetRequiredService<WhatsAppClient>(), Options.Create(new ShopOptions()), NullLogger<OrderHandler>.Instance);
        _receiver = new WebhookTestReceiver(new WebhookProcessorOptions { Services = _services }).Add(handler);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_choice_is_kept_under_the_id_of_the_user()
    {
        WebhookReception reception = await _receiver.ReceiveAsync(WebhookBodies.ListReply("16505550101", "ficus", "Ficus") with { UserId = "US.13491208655302741918" });

        reception.ThrowIfFailed();
        Assert.Equal("ListReply", Assert.Single(reception.Handled).Event);
        Assert.Equal("Ficus", _orders.Find("US.13491208655302741918")?.Product.Name);
    }

    [Theory]
    [InlineData("""{"street":"Rose Street 1"}""")]
    [InlineData("""{"flow_token":"basil"}""")]
    public async Task A_flow_reply_without_an_order_or_an_address_is_left(string answer)
    {
        WebhookReception reception = await _receiver.ReceiveAsync(WebhookBodies.FlowReply("16505550101", answer));

        reception.ThrowIfFailed();
        Assert.Single(reception.Unhandled);
        Assert.Empty(_graph.Requests);
    }
}
