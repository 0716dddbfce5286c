using Microsoft.Extensions.Options;

namespace PartnerPortal.Onboarding;

/// <summary>What onboarding asks the portal about each customer.</summary>
internal sealed class SignupSettings(PinBook pins, IOptions<PortalOptions> portal, IOptionsMonitor<WhatsAppWebhookOptions> webhooks) : IConfigureOptions<EmbeddedSignupOptions>
{
    /// <summary>Where webhooks about messages of customers go; the id of the account comes behind it.</summary>
    public const string CallbackPath = "/webhooks/customers";

    public void Configure(EmbeddedSignupOptions options)
    {
        options.Launch = new EmbeddedSignupLaunch { ConfigurationId = portal.Value.ConfigurationId };
        options.ChoosePin = (customer, _) => new(ChoosePin(customer));
        options.ChooseCallback = (_, wabaId, _) => new(ChooseCallback(wabaId));
    }

    private string? ChoosePin(OnboardingContext customer) => customer.PhoneNumberId is { } number ? pins.GetOrCreate(number) : null;

    /// <summary>Each customer has an address of its own, so that it could be served by a machine of its own.</summary>
    private EmbeddedSignupCallback? ChooseCallback(string wabaId) =>
        portal.Value.PublicAddress is { } address && webhooks.CurrentValue.VerifyToken is { } token
            ? new EmbeddedSignupCallback(new Uri(address, $"{CallbackPath}/{wabaId}"), token)
            : null;
}
