using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A line of credit of a partner, which pays for customers.</summary>
public sealed class FakeCreditLine : FakeNode
{
    internal FakeCreditLine(FakePlatform platform, string id, FakeBusiness business)
        : base(platform, id)
    {
        Business = business;
    }

    /// <summary>Gets the portfolio that pays.</summary>
    public FakeBusiness Business { get; }

    /// <summary>Gets the allocations to customers, the oldest first; those that were revoked, too.</summary>
    public IReadOnlyList<FakeAllocation> Allocations => Platform.All<FakeAllocation>(a => a.Line == this);

    /// <inheritdoc/>
    internal override string DefaultFields => "id,legal_entity_name";

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "credit-line-id";

    /// <summary>A customer may attach the line that was shared with it.</summary>
    internal override bool IsOpenTo(FakeToken token) =>
        token.Business == Business || (token.Kind == AccessTokenKind.Business && Platform.Has<FakeAllocation>(a => a.Line == this && a.Customer == token.Business && !a.Revoked));

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field is "legal_entity_name" ? Business.Name : null;
}
