namespace PartnerPortal;

/// <summary>Who the provider is. Its app, the secrets and the system token are in the section <c>WhatsApp</c>.</summary>
internal sealed class PortalOptions
{
    /// <summary>Gets or sets the id of the provider's business portfolio.</summary>
    public string BusinessId { get; set; } = string.Empty;

    /// <summary>Gets or sets the id of the system user that the system token belongs to.</summary>
    public string SystemUserId { get; set; } = string.Empty;

    /// <summary>Gets or sets the id of the login configuration of Embedded Signup.</summary>
    public string ConfigurationId { get; set; } = string.Empty;

    /// <summary>Gets or sets the address that the platform reaches the portal at, such as <c>https://portal.example.com</c>.</summary>
    /// <value>Null by default: webhooks about messages go to the address of the app, as all others do.</value>
    public Uri? PublicAddress { get; set; }

    /// <summary>Gets or sets the directory of the customers' tokens.</summary>
    public string TokenDirectory { get; set; } = "tokens";

    /// <summary>Gets or sets the directory of the keys that the tokens are encrypted with. Later starts and other instances need the same.</summary>
    public string KeyDirectory { get; set; } = "keys";
}
