namespace PartnerPortal.Customers;

/// <summary>What the portal knows of a template. All but the name comes from webhooks.</summary>
internal sealed record CustomerTemplate
{
    /// <summary>Gets the name; null when nobody told it yet.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the state as the platform writes it, such as <c>APPROVED</c>; null before the first webhook.</summary>
    public string? Status { get; init; }

    /// <summary>Gets why it was rejected, such as <c>INVALID_FORMAT</c>; null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets how to put it right, as text for people; null when the platform gives no advice.</summary>
    public string? Advice { get; init; }

    /// <summary>Gets which pause it is, such as <c>FIRST_PAUSE</c>; null when it is not paused.</summary>
    public string? Pause { get; init; }

    /// <summary>Gets what users think of it, such as <c>GREEN</c>; null when nobody told it yet.</summary>
    public string? Quality { get; init; }

    /// <summary>Gets the category, such as <c>UTILITY</c>; null when nobody told it yet.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the category that it will get; null when no change is announced.</summary>
    public string? NextCategory { get; init; }
}
