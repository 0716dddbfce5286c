namespace WaGen;

/// <summary>Which generation of Embedded Signup opens.</summary>
public enum EmbeddedSignupVersion
{
    /// <summary>The one of the login configuration: v4 with the products that the configuration names.</summary>
    FromConfiguration,

    /// <summary>The preview of the flow that begins with the phone number.</summary>
    V4PublicPreview,

    /// <summary>v3: the flow may end without a verified number, and what is filled in beforehand skips no screen. Ends in October 2026.</summary>
    V3,

    /// <summary>The preview of v3. Ends in October 2026.</summary>
    V3PublicPreview,

    /// <summary>The preview of v2. Ends in October 2026.</summary>
    V2PublicPreview,

    /// <summary>v2: the flow ends with a verified number, unless only the account is shared. Ends in October 2026.</summary>
    V2,
}
