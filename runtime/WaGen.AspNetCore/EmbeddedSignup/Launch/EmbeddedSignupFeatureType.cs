namespace WaGen;

/// <summary>Which flow opens instead of the usual one.</summary>
public enum EmbeddedSignupFeatureType
{
    /// <summary>The usual flow.</summary>
    Default,

    /// <summary>Coexistence: the customer keeps using the number in the WhatsApp Business app.</summary>
    BusinessAppOnboarding,

    /// <summary>The customer shares an account without a phone number.</summary>
    OnlyAccountSharing,

    /// <summary>The terms of the Marketing Messages API alone. Of v2 only; later versions have <see cref="EmbeddedSignupFeature.MarketingMessages"/>.</summary>
    MarketingMessages,
}
