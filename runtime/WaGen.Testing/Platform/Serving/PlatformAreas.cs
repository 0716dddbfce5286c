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
        new ProfileArea(platform),
        new QrArea(),
        new BlockArea(),
        new UsernameArea(platform),
        new CoexistenceArea(platform),
        new SendArea(),
        new MarketingArea(platform),
        new VerificationArea(platform),
        new PreverifiedArea(platform),
        new SolutionArea(platform),
        new IntentArea(platform),
        new CreditArea(platform),
        new ListArea(platform),
        new AnalyticsArea(),
        .. CreateTemplateAreas(platform),
        new GroupArea(platform),
        new GroupMemberArea(platform),
        new FlowArea(platform),
        new CallArea(platform),
        new PaymentArea(),
    ];

    private static IPlatformArea[] CreateTemplateAreas(FakePlatform platform)
    {
        var desk = new TemplateDesk(platform);
        return [new TemplateArea(platform, desk), new TemplateLibraryArea(platform, desk), new TemplateTransferArea(platform)];
    }
}
