using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A WhatsApp Business account (WABA).</summary>
public sealed class FakeAccount : FakeNode
{
    private readonly List<FakeBusiness> _partners = [];
    private readonly List<FakeApp> _apps = [];

    internal FakeAccount(FakePlatform platform, string id, FakeBusiness business, string name)
        : base(platform, id)
    {
        Business = business;
        Fields["name"] = name;
        Fields["timezone_id"] = "1";
        Fields["currency"] = "USD";
        Fields["country"] = "US";
        Fields["message_template_namespace"] = Guid.NewGuid().ToString("N");
        Fields["account_review_status"] = "APPROVED";
        Fields["status"] = "ACTIVE";
        Fields["ownership_type"] = "SELF";
        Fields["is_enabled_for_insights"] = false;
        Fields["creation_time"] = platform.Now.ToUnixTimeSeconds();
        Fields["marketing_messages_onboarding_status"] = "ELIGIBLE";
        Fields["whatsapp_business_manager_messaging_limit"] = "TIER_250";
    }

    /// <summary>Gets the portfolio that owns the account.</summary>
    public FakeBusiness Business { get; }

    /// <summary>Gets the name.</summary>
    public string Name => Platform.Locked(() => Text("name") ?? string.Empty);

    /// <summary>Gets the portfolios of the partners that the account is shared with.</summary>
    public IReadOnlyList<FakeBusiness> Partners => Platform.Locked(() => _partners.ToArray());

    /// <summary>Gets the apps that get webhooks of the account.</summary>
    public IReadOnlyList<FakeApp> SubscribedApps => Platform.Locked(() => _apps.ToArray());

    /// <summary>Gets the phone numbers, the oldest first.</summary>
    public IReadOnlyList<FakeNumber> Numbers => Platform.All<FakeNumber>(n => n.Account == this);

    /// <summary>Gets where an app gets the webhooks of the account instead of its own address; null when there is no override.</summary>
    /// <param name="app">The app.</param>
    /// <returns>The address.</returns>
    public Uri? GetOverride(FakeApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return Platform.Locked(() => Overrides.GetValueOrDefault(app.Id));
    }

    /// <inheritdoc/>
    internal override string DefaultFields => "id,name,timezone_id,message_template_namespace";

    /// <inheritdoc/>
    internal override FakeAccount? OwnerAccount => this;

    /// <summary>Gets the addresses that take the place of those of apps, by the ids of the apps.</summary>
    internal Dictionary<string, Uri> Overrides { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the tasks of users by their ids.</summary>
    internal Dictionary<string, string[]> Users { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "waba-id" or "node-id";

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) =>
        token.Kind == AccessTokenKind.Business ? token.Holds(this) : token.Business == Business || IsSharedWith(token.Business);

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "owner_business" => Business.Mention(),
        "owner_business_info" => OwnerInfo(),
        "is_shared_with_partners" => _partners.Count > 0,
        "business_verification_status" => Business.Read("verification_status"),
        "health_status" => HealthAnswers.Of(this),
        "phone_numbers" => new JsonObject { ["data"] = new JsonArray([.. Numbers.Select(static n => n.Describe(null))]) },
        _ => null,
    };

    internal bool IsSharedWith(FakeBusiness business) => _partners.Contains(business);

    /// <summary>Whether a number of the account is registered: more calls are accepted then.</summary>
    internal bool IsActive() => Platform.Has<FakeNumber>(n => n.Account == this && n.Registered);

    internal void Share(FakeBusiness partner)
    {
        if (partner != Business && !_partners.Contains(partner))
        {
            _partners.Add(partner);
        }
    }

    internal void Unshare(FakeBusiness partner) => _partners.Remove(partner);

    internal void Subscribe(FakeApp app)
    {
        if (!_apps.Contains(app))
        {
            _apps.Add(app);
        }
    }

    internal bool Unsubscribe(FakeApp app)
    {
        Overrides.Remove(app.Id);
        return _apps.Remove(app);
    }

    internal bool IsSubscribed(FakeApp app) => _apps.Contains(app);

    private JsonObject OwnerInfo()
    {
        JsonObject info = Business.Mention();
        info["marketing_messages_onboarding_status"] = Business.Read("marketing_messages_onboarding_status");
        return info;
    }
}
