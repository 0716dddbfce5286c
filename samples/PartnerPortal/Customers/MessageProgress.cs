namespace PartnerPortal.Customers;

/// <summary>How far a message came, the least first.</summary>
internal enum MessageProgress
{
    /// <summary>The platform took it.</summary>
    Accepted,

    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>It is on the user's phone.</summary>
    Delivered,

    /// <summary>The user has read it.</summary>
    Read,

    /// <summary>It did not arrive.</summary>
    Failed,
}
