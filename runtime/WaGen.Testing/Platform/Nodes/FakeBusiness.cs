using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A business portfolio: a partner's or a customer's.</summary>
public sealed class FakeBusiness : FakeNode
{
    internal FakeBusiness(FakePlatform platform, string id, string name)
        : base(platform, id)
    {
        Name = name;
        Fields["timezone_id"] = 1;
        Fields["verification_status"] = "verified";
        Fields["whatsapp_business_manager_messaging_limit"] = "TIER_250";
        Fields["marketing_messages_onboarding_status"] = new JsonObject { ["status"] = "NOT_STARTED" };
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the accounts that the business owns, the oldest first.</summary>
    public IReadOnlyList<FakeAccount> Accounts => Platform.All<FakeAccount>(a => a.Business == this);

    /// <summary>Gets the accounts of customers that are shared with the business, the oldest first.</summary>
    public IReadOnlyList<FakeAccount> ClientAccounts => Platform.All<FakeAccount>(a => a.IsSharedWith(this));

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "business-id";

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) => token.Business == this || (token.Kind != AccessTokenKind.Business && Platform.Has<FakeAccount>(a => a.Business == this && a.IsSharedWith(token.Business)));

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field is "name" ? Name : null;

    /// <summary>The business as other objects name it.</summary>
    internal JsonObject Mention() => new() { ["id"] = Id, ["name"] = Name };
}
