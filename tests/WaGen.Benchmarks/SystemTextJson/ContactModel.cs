namespace WaGen.Benchmarks.SystemTextJson;

internal sealed class ContactModel
{
    public ProfileModel? Profile { get; set; }

    public string? WaId { get; set; }

    public string? UserId { get; set; }

    public string? ParentUserId { get; set; }

    public string? IdentityKeyHash { get; set; }

    public string? CountryCode { get; set; }
}

internal sealed class ProfileModel
{
    public string? Name { get; set; }

    public string? Username { get; set; }

    public string? CountryCode { get; set; }
}
