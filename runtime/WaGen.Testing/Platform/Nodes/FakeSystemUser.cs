using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A user of a business that is no person, or the person who tries things out.</summary>
public sealed class FakeSystemUser : FakeNode
{
    internal FakeSystemUser(FakePlatform platform, string id, FakeBusiness business, string name, bool isAdmin)
        : base(platform, id)
    {
        Business = business;
        Name = name;
        IsAdmin = isAdmin;
    }

    /// <summary>Gets the portfolio that the user belongs to.</summary>
    public FakeBusiness Business { get; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether the user may manage others; otherwise it is an employee.</summary>
    public bool IsAdmin { get; }

    /// <inheritdoc/>
    internal override string DefaultFields => "id,name,role";

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "user-id";

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) => token.User == this || token.Business == Business;

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "name" => Name,
        "role" => IsAdmin ? "ADMIN" : "EMPLOYEE",
        _ => null,
    };
}
