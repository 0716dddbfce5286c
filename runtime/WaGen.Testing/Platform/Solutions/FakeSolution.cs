using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A Multi-Partner Solution: two apps that serve the same customers.</summary>
public sealed class FakeSolution : FakeNode
{
    internal FakeSolution(FakePlatform platform, string id, string name, FakeApp owner, FakeApp partner, string[] ownerPermissions, string[] partnerPermissions)
        : base(platform, id)
    {
        Name = name;
        Owner = owner;
        PartnerApp = partner;
        OwnerPermissions = ownerPermissions;
        PartnerPermissions = partnerPermissions;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the app that made the solution.</summary>
    public FakeApp Owner { get; }

    /// <summary>Gets the app that was invited.</summary>
    public FakeApp PartnerApp { get; }

    /// <summary>Gets what the owner may do, such as <c>MESSAGING</c>.</summary>
    public IReadOnlyList<string> OwnerPermissions { get; }

    /// <summary>Gets what the partner may do, such as <c>MESSAGING</c>.</summary>
    public IReadOnlyList<string> PartnerPermissions { get; }

    /// <summary>Gets the state: <c>DRAFT</c>, <c>INITIATED</c>, <c>ACTIVE</c>, <c>REJECTED</c> or <c>DEACTIVATED</c>.</summary>
    public string Status => Platform.Locked(() => State);

    /// <summary>Gets what waits for an answer: <c>NONE</c>, <c>PENDING_ACTIVATION</c> or <c>PENDING_DEACTIVATION</c>.</summary>
    public string PendingStatus => Platform.Locked(() => Pending);

    /// <summary>Gets the accounts of customers that came by the solution.</summary>
    public IReadOnlyList<FakeAccount> Accounts => Platform.Locked(() => Customers.ToArray());

    /// <inheritdoc/>
    internal override string DefaultFields => "id,name,status,status_for_pending_request";

    internal string State { get; set; } = "INITIATED";

    internal string Pending { get; set; } = "PENDING_ACTIVATION";

    /// <summary>Gets or sets the app that asked for the end; null when nobody has.</summary>
    internal FakeApp? Asker { get; set; }

    internal List<FakeAccount> Customers { get; } = [];

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "solution-id";

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) => IsOf(token.App) || token.Business == Owner.Business || token.Business == PartnerApp.Business || token.Accounts.Any(Customers.Contains);

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "name" => Name,
        "status" => State,
        "status_for_pending_request" => Pending,
        "owner_app" => Owner.Mention(),
        "owner_permissions" => Texts(OwnerPermissions),
        "partners" => new JsonObject { ["data"] = new JsonArray(DescribePartner()) },
        _ => null,
    };

    internal bool IsOf(FakeApp app) => app == Owner || app == PartnerApp;

    /// <summary>The other app than this one.</summary>
    internal FakeApp OtherThan(FakeApp app) => app == Owner ? PartnerApp : Owner;

    internal JsonObject DescribePartner() => new()
    {
        ["id"] = PartnerApp.Id,
        ["status"] = State switch { "DRAFT" or "INITIATED" => "NOTIFICATION_SENT", "REJECTED" => "REJECTED", _ => "ACCEPTED" },
        ["partner_app"] = PartnerApp.Mention(),
        ["partner_permissions"] = Texts(PartnerPermissions),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => JsonValue.Create(text))]);
}
