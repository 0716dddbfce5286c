namespace WaGen;

/// <summary>What differs for one account or one business phone number.</summary>
public sealed class WhatsAppAccountOptions
{
    /// <summary>The token for operations of this account or number.</summary>
    /// <value>Null by default: the one for all is used.</value>
    public string? AccessToken { get; set; }

    /// <summary>Whose token it is.</summary>
    /// <value>Null by default: as that of the one for all.</value>
    public AccessTokenKind? TokenKind { get; set; }

    /// <summary>Whether the account has a registered phone number, so that it may make more calls in an hour.</summary>
    /// <value>Null by default: the client learns it from the token store and from what the platform tells.</value>
    public bool? IsActive { get; set; }

    /// <summary>How many messages this number may send in a second.</summary>
    /// <value>Null by default: as many as the options say for all. Meta allows 80, 1,000 after an upgrade, and 20 for a number that is used in the WhatsApp Business app too.</value>
    public int? MessagesPerSecond { get; set; }
}
