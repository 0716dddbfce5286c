using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What customers and users do about Marketing Messages.</summary>
public sealed partial class FakePlatform
{
    /// <summary>Lets a customer sign the terms of Marketing Messages. Partners are told, and must fetch their tokens again: the new ones hold more.</summary>
    /// <param name="customer">The customer.</param>
    public void AcceptTerms(FakeBusiness customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        Act(() =>
        {
            customer.Fields[MarketingArea.StatusField] = MarketingArea.Status("TERM_OF_SERVICE_SIGNED", Now);
            foreach (FakeAccount account in customer.Accounts)
            {
                account.Fields[MarketingArea.StatusField] = "ONBOARDED";
                TellPartners(account, "MM_LITE_TERMS_SIGNED", AccountInfo(account));
            }

            RenewTokens(customer);
        });
    }

    /// <summary>Lets the platform link an account with an ad account, which is made for it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="adAccountId">The id of the ad account; null for any.</param>
    /// <returns>The id of the ad account.</returns>
    public string LinkAdAccount(FakeAccount account, string? adAccountId = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Act(() =>
        {
            string id = adAccountId ?? NewId();
            account.Fields["marketing_messages_ad_account"] = new JsonObject { ["id"] = id };
            JsonObject info = AccountInfo(account);
            info["ad_account_linked"] = id;
            TellPartners(account, "AD_ACCOUNT_LINKED", info);
            RenewTokens(account.Business, id);
            return id;
        });
    }

    /// <summary>Lets a user tap a link in a marketing message.</summary>
    /// <param name="number">The number that sent the message.</param>
    /// <param name="clickId">The id of the click; null for any.</param>
    /// <param name="component">What was tapped: <c>cta</c> or <c>body</c>.</param>
    public void ClickLink(FakeNumber number, string? clickId = null, string component = "cta")
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(component);
        Act(() => Fire(PlatformEvent.Of(number, "messages", new JsonObject
        {
            ["user_actions"] = new JsonArray(new JsonObject
            {
                ["action_type"] = "marketing_messages_link_click",
                ["timestamp"] = PlatformEvent.Timestamp(Now),
                ["marketing_messages_link_click_data"] = new JsonObject { ["click_component"] = component, ["click_id"] = clickId ?? NewId() },
            }),
        })));
    }

    /// <summary>Tells the portfolios that an account is shared with.</summary>
    internal void TellPartners(FakeAccount account, string happened, JsonObject info)
    {
        foreach (FakeBusiness partner in account.Partners)
        {
            Fire(PlatformEvent.Of(partner, "account_update", new JsonObject { ["event"] = happened, ["waba_info"] = info.DeepClone() }));
        }
    }

    /// <summary>Makes new tokens of a customer, as its assets have changed. The earlier ones stay good for what they held.</summary>
    private void RenewTokens(FakeBusiness customer, params string[] assets)
    {
        foreach (FakeApp app in All<FakeApp>())
        {
            if (FindBusinessToken(app, customer) is not null)
            {
                IssueBusinessToken(app, customer, []).Assets.UnionWith(assets);
            }
        }
    }
}
