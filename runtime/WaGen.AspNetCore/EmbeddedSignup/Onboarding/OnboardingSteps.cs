namespace WaGen;

/// <summary>Names of the steps of onboarding, in their order.</summary>
public static class OnboardingSteps
{
    /// <summary>The code is exchanged for the customer's token.</summary>
    public const string ExchangeCode = "exchange-code";

    /// <summary>The customer's token is fetched, where no code came.</summary>
    public const string FetchToken = "fetch-token";

    /// <summary>The platform is asked what the token is good for.</summary>
    public const string InspectToken = "inspect-token";

    /// <summary>The token is kept.</summary>
    public const string StoreToken = "store-token";

    /// <summary>The app subscribes to the webhooks of the account.</summary>
    public const string SubscribeApp = "subscribe-app";

    /// <summary>The numbers of the account are read.</summary>
    public const string FindNumber = "find-number";

    /// <summary>The number is registered for the Cloud API.</summary>
    public const string RegisterNumber = "register-number";

    /// <summary>The contacts of the WhatsApp Business app are asked for.</summary>
    public const string SynchronizeContacts = "synchronize-contacts";

    /// <summary>The history of the WhatsApp Business app is asked for.</summary>
    public const string SynchronizeHistory = "synchronize-history";

    /// <summary>The application's own handler is told.</summary>
    public const string NotifyApplication = "notify-application";
}
