namespace WaGen;

/// <summary>How a flow was completed.</summary>
public enum EmbeddedSignupFinish
{
    /// <summary>In a way that is not known here; <see cref="EmbeddedSignupMessage.Event"/> has its name.</summary>
    Unknown,

    /// <summary>With an account and a phone number (<c>FINISH</c>).</summary>
    WithNumber,

    /// <summary>With an account, and usually without a phone number (<c>FINISH_ONLY_WABA</c>).</summary>
    WithoutNumber,

    /// <summary>A number that stays in the WhatsApp Business app (<c>FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING</c>). Only the account is named.</summary>
    BusinessApp,

    /// <summary>Only the app was installed (<c>FINISH_GRANT_ONLY_API_ACCESS</c>).</summary>
    AppOnly,

    /// <summary>An account that a partner held on behalf of the customer went over to the customer (<c>FINISH_OBO_MIGRATION</c>).</summary>
    OnBehalfMigration,
}
