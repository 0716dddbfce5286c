using PartnerPortal.Tests.Support;

namespace PartnerPortal.Tests;

/// <summary>Scenario c: the Intent API with its documented refusals, and marketing messages.</summary>
public sealed class MarketingTests
{
    [Fact]
    public async Task A_customer_who_has_not_answered_is_not_asked_again()
    {
        await using DemoWorld world = await StartAsync();
        MarketingDesk desk = world.Portal.Get<MarketingDesk>();

        Assert.Equal(MarketingInvitation.Sent, await desk.InviteAsync(world.Account.Id));
        Assert.Equal(MarketingInvitation.AlreadySent, await desk.InviteAsync(world.Account.Id));
        Assert.False(world.Known.HasSignedTerms);
    }

    [Fact]
    public async Task A_customer_who_is_not_eligible_is_not_asked()
    {
        await using DemoWorld world = await StartAsync();
        world.Account.SetField("marketing_messages_onboarding_status", "\"INELIGIBLE\"");

        Assert.Equal(MarketingInvitation.NotEligible, await world.Portal.Get<MarketingDesk>().InviteAsync(world.Account.Id));
    }

    [Fact]
    public async Task An_app_without_the_permission_may_not_ask()
    {
        await using DemoWorld world = await StartAsync();
        world.Portal.SystemToken.Remove("whatsapp_business_messaging");

        Assert.Equal(MarketingInvitation.NotAllowed, await world.Portal.Get<MarketingDesk>().InviteAsync(world.Account.Id));
    }

    [Fact]
    public async Task A_solution_that_is_not_the_providers_is_refused()
    {
        await using DemoWorld world = await StartAsync();

        WhatsAppApiException refusal = await Assert.ThrowsAsync<WhatsAppApiException>(() => world.Portal.Get<MarketingDesk>().InviteAsync(world.Account.Id, "1029384756"));

        Assert.Equal(100, refusal.Code);
    }

    [Fact]
    public async Task The_token_of_a_customer_is_refused_before_anything_is_sent()
    {
        await using DemoWorld world = await StartAsync();

        string sentence = await Refusals.OfCustomersTokenAsync(world, client => client.OnboardPartnersToMarketingMessagesAsync(world.Customer.Id));

        Assert.Contains("OnboardPartnersToMarketingMessages takes a token of kind System", sentence, StringComparison.Ordinal);
        Assert.Contains("The partner asks in its own name", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_fetched_again_with_proof_when_the_terms_are_signed()
    {
        await using DemoWorld world = await StartAsync();
        ITokenStore store = world.Portal.Get<ITokenStore>();
        StoredToken before = (await store.FindAsync(world.Account.Id))!;

        world.Platform.AcceptTerms(world.Customer);
        await world.SettleAsync();

        FakeRequest fetch = Assert.Single(world.Graph.Requests, static request => request.Operation == nameof(WhatsAppApi.FetchBusinessToken));
        Assert.Equal((200, "true", true), (fetch.Status, fetch.Query["fetch_only"], fetch.HasAppSecretProof));
        Assert.True(fetch.WasSentWith(world.Portal.SystemToken.Value));
        StoredToken after = (await store.FindAsync(world.Account.Id))!;
        Assert.NotEqual(before.Token.Reveal(), after.Token.Reveal());
        Assert.Equal((before.BusinessId, before.WabaId), (after.BusinessId, after.WabaId));
        Assert.Equal(before.PhoneNumberIds, after.PhoneNumberIds);
    }

    [Fact]
    public async Task Before_the_terms_are_signed_nothing_is_sent_by_another_way()
    {
        await using DemoWorld world = await StartAsync();
        world.Platform.AddTemplate(world.Account, "summer_sale", "Our summer sale has begun.", "MARKETING");

        WhatsAppApiException refusal = await Assert.ThrowsAsync<WhatsAppApiException>(
            () => world.Portal.Get<MarketingDesk>().SendAsync(world.Account.Id, DemoWorld.User, "summer_sale", "en_US"));

        Assert.Equal(134102, refusal.Code);
        Assert.Equal("STRICT", world.Graph.Requests[^1].Json["product_policy"u8].GetString());
        Assert.Empty(world.Known.Messages);
    }

    [Fact]
    public async Task A_tap_that_is_told_twice_counts_once()
    {
        await using DemoWorld world = await StartAsync();

        world.Platform.ClickLink(world.Number, "click-1");
        world.Platform.ClickLink(world.Number, "click-1");
        world.Platform.ClickLink(world.Number, "click-2", component: "body");
        await world.SettleAsync();

        Assert.Equal(["click-1", "click-2"], world.Known.Clicks.Order(StringComparer.Ordinal));
    }

    private static async Task<DemoWorld> StartAsync()
    {
        DemoWorld world = await DemoWorld.StartAsync();
        Assert.Equal("completed", (await world.SignUpAsync()).Result);
        return world;
    }
}
