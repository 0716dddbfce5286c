using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>The part of a credit line that is shared with a customer.</summary>
public sealed class FakeAllocation : FakeNode
{
    internal FakeAllocation(FakePlatform platform, string id, FakeCreditLine line, FakeBusiness customer)
        : base(platform, id)
    {
        Line = line;
        Customer = customer;
        CredentialId = FakePlatform.NewId();
    }

    /// <summary>Gets the credit line.</summary>
    public FakeCreditLine Line { get; }

    /// <summary>Gets the portfolio that the line pays for.</summary>
    public FakeBusiness Customer { get; }

    /// <summary>Gets the id that accounts name as what pays for them.</summary>
    public string CredentialId { get; }

    /// <summary>Gets a value indicating whether the line does not pay any more.</summary>
    public bool IsRevoked => Platform.Locked(() => Revoked);

    /// <inheritdoc/>
    internal override string DefaultFields => "id,receiving_business";

    internal bool Revoked { get; set; }

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "allocation-config-id";

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) => token.Business == Line.Business;

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "receiving_business" => Customer.Mention(),
        "receiving_credential" => new JsonObject { ["id"] = CredentialId },
        "owning_business" => Line.Business.Mention(),
        "request_status" => Revoked ? "DELETED" : "ACTIVE",
        _ => null,
    };
}
