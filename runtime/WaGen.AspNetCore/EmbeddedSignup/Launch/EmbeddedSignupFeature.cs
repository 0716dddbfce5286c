namespace WaGen;

/// <summary>What a flow offers besides.</summary>
public enum EmbeddedSignupFeature
{
    /// <summary>The customer accepts the terms of the Marketing Messages API in the same flow.</summary>
    MarketingMessages,

    /// <summary>Only the app is installed: nothing but the customer's business token reaches the account. Not with coexistence.</summary>
    AppOnlyInstall,
}
