namespace WaGen.Testing;

/// <summary>All parts of the platform.</summary>
internal static class PlatformAreas
{
    public static IEnumerable<IPlatformArea> Create(FakePlatform platform) =>
    [
        new TokenArea(platform),
        new SubscriptionArea(platform),
        new AccountArea(platform),
        new UserArea(platform),
        new NumberArea(platform),
        new RegistrationArea(platform),
    ];
}
