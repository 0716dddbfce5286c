using PartnerPortal.Customers;
using PartnerPortal.MarketingMessages;

namespace PartnerPortal.Demo;

/// <summary>A customer comes to the Marketing Messages API.</summary>
internal static class MarketingScenario
{
    public static async Task RunAsync(DemoWorld world, DemoReport report)
    {
        report.Step("A customer signs up.", (await world.SignUpAsync()).Result is "completed");
        ITokenStore store = world.Portal.Get<ITokenStore>();
        MarketingDesk desk = world.Portal.Get<MarketingDesk>();
        string first = (await store.FindAsync(world.Account.Id))!.Token.Reveal();

        report.Step("The Intent API asks the customer's administrators.", await desk.InviteAsync(world.Account.Id) == MarketingInvitation.Sent);
        report.Step("To ask again is refused, because they have not answered.", await desk.InviteAsync(world.Account.Id) == MarketingInvitation.AlreadySent);

        world.Platform.AcceptTerms(world.Customer);
        await world.SettleAsync();
        report.Step("The webhook account_update MM_LITE_TERMS_SIGNED tells that they signed.", world.Known.HasSignedTerms);

        string adAccount = world.Platform.LinkAdAccount(world.Account);
        await world.SettleAsync();
        report.Step("The webhook account_update AD_ACCOUNT_LINKED tells the ad account.", world.Known.AdAccountId == adAccount);

        string second = (await store.FindAsync(world.Account.Id))!.Token.Reveal();
        bool isFetched = world.Graph.Requests.Any(static request => request is { Operation: nameof(WhatsAppApi.FetchBusinessToken), Status: 200 } && request.Query.GetValueOrDefault("fetch_only") is "true");
        report.Step("The customer's token is fetched again with fetch_only, because its assets have changed.", isFetched && first != second);
        report.Step("To ask a customer who has signed is refused.", await desk.InviteAsync(world.Account.Id) == MarketingInvitation.NotEligible);

        world.Platform.AddTemplate(world.Account, "summer_sale", "Our summer sale has begun.", "MARKETING");
        string id = await desk.SendAsync(world.Account.Id, DemoWorld.User, "summer_sale", "en_US");
        await world.SettleAsync();
        report.Step("A marketing message is sent with the new token, and read.", world.Known.Messages[id] == MessageProgress.Read && world.Graph.Requests[^1].WasSentWith(second));

        world.Platform.ClickLink(world.Number, "click-1");
        await world.SettleAsync();
        report.Step("A tap on its link arrives as webhook.", world.Known.Clicks.Contains("click-1"));
    }
}
