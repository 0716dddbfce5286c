namespace PartnerPortal.MarketingMessages;

/// <summary>What came of asking a customer to join the Marketing Messages API.</summary>
internal enum MarketingInvitation
{
    /// <summary>The platform has written to the customer's administrators. The answer comes by webhook.</summary>
    Sent,

    /// <summary>The customer was asked before and has not answered yet.</summary>
    AlreadySent,

    /// <summary>The customer has signed before, shares no account, or is in a country where this is not offered.</summary>
    NotEligible,

    /// <summary>The provider's app may not ask: it lacks a permission, or the access to the customer.</summary>
    NotAllowed,
}
