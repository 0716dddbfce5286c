using PartnerPortal.Tests.Support;

namespace PartnerPortal.Tests;

/// <summary>Scenario b: a Solution Partner pays for its customers.</summary>
public sealed class CreditLineTests
{
    private const string Because = "The credit line belongs to the partner, so only its own system token may use it.";

    [Fact]
    public async Task The_line_is_shared_once_and_taken_back()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        FakeCreditLine line = world.Platform.AddCreditLine(world.Portal.Registration.Business);
        await world.SignUpAsync();
        CreditLineDesk desk = world.Portal.Get<CreditLineDesk>();

        string first = await desk.ShareAsync(world.Account.Id, "EUR");
        string second = await desk.ShareAsync(world.Account.Id, "EUR");

        Assert.Equal(first, second);
        Assert.Equal(world.Customer, Assert.Single(line.Allocations).Customer);
        Assert.True(await desk.IsPayingAsync(world.Account.Id));
        Assert.True(await desk.RevokeAsync(world.Account.Id));
        Assert.False(await desk.IsPayingAsync(world.Account.Id));
        Assert.Null(world.Known.AllocationId);
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.RevokeAsync(world.Account.Id));

        string third = await desk.ShareAsync(world.Account.Id, "EUR");
        Assert.NotEqual(first, third);
        Assert.True(await desk.IsPayingAsync(world.Account.Id));
    }

    [Fact]
    public async Task What_nobody_knows_to_be_shared_is_looked_for_and_not_shared_again()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        FakeCreditLine line = world.Platform.AddCreditLine(world.Portal.Registration.Business);
        await world.SignUpAsync();
        world.Graph.DropNext(nameof(WhatsAppApi.ShareAndAttachCreditLine), afterServing: true);

        string allocation = await world.Portal.Get<CreditLineDesk>().ShareAsync(world.Account.Id, "EUR");

        Assert.Equal(Assert.Single(line.Allocations).Id, allocation);
        Assert.Single(world.Graph.Requests, static request => request.Operation == nameof(WhatsAppApi.ShareAndAttachCreditLine));
    }

    [Fact]
    public async Task The_token_of_a_customer_is_refused_before_anything_is_sent()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        string line = world.Platform.AddCreditLine(world.Portal.Registration.Business).Id;
        string business = world.Portal.Registration.Business.Id;
        await world.SignUpAsync();
        Func<WhatsAppClient, Task>[] calls =
        [
            client => client.ListCreditLinesPageAsync(business),
            client => client.ShareCreditLineAsync(line, world.Customer.Id),
            client => client.ShareAndAttachCreditLineAsync(line, world.Account.Id, "EUR"),
            client => client.FindCreditAllocationAsync(line, world.Customer.Id),
            client => client.RevokeCreditAllocationAsync("1029384756"),
        ];

        foreach (Func<WhatsAppClient, Task> call in calls)
        {
            string sentence = await Refusals.OfCustomersTokenAsync(world, call);

            Assert.Contains("takes a token of kind System, but the only token for it is one of kind Business", sentence, StringComparison.Ordinal);
            Assert.Contains(Because, sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_attach_a_line_needs_the_token_of_the_customer()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        string line = world.Platform.AddCreditLine(world.Portal.Registration.Business).Id;
        await world.SignUpAsync();
        WhatsAppClient client = world.Portal.Get<WhatsAppClient>();
        await client.ShareCreditLineAsync(line, world.Customer.Id);

        var system = new AccessToken(world.Portal.SystemToken.Value, AccessTokenKind.System);
        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => client.WithToken(system).AttachCreditLineAsync(line, world.Account.Id, "EUR"));
        Assert.Contains("The account belongs to the customer", refusal.Message, StringComparison.Ordinal);

        CreditSharingAnswer answer = await client.ForAccount(world.Account.Id).AttachCreditLineAsync(line, world.Account.Id, "EUR");
        Assert.Equal(world.Account.Id, answer.WabaId);
        Assert.NotNull(world.Account.GetField("primary_funding_id"));
    }

    [Fact]
    public async Task An_account_with_another_payer_is_refused()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        world.Platform.AddCreditLine(world.Portal.Registration.Business);
        await world.SignUpAsync();
        world.Account.SetField("primary_funding_id", "\"5647382910\"");
        CreditLineDesk desk = world.Portal.Get<CreditLineDesk>();

        WhatsAppApiException refusal = await Assert.ThrowsAsync<WhatsAppApiException>(() => desk.ShareAsync(world.Account.Id, "EUR"));

        Assert.Equal(100, refusal.Code);
        Assert.False(await desk.IsPayingAsync(world.Account.Id));
    }

    [Fact]
    public async Task A_provider_without_a_line_shares_nothing()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await world.SignUpAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Portal.Get<CreditLineDesk>().ShareAsync(world.Account.Id, "EUR"));
    }
}
