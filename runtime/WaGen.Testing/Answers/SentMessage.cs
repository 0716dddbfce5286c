namespace WaGen.Testing;

/// <summary>A message that was accepted, for the statuses that follow.</summary>
internal sealed record SentMessage
{
    public required string Id { get; init; }

    public required string PhoneNumberId { get; init; }

    /// <summary>The id of the account of the number; null for that of the options.</summary>
    public string? AccountId { get; init; }

    /// <summary>The phone number of the business as it is shown; null for that of the options.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>The phone number or the id of a group; null for a message to a user id.</summary>
    public string? To { get; init; }

    public string? UserId { get; init; }

    public bool IsGroup { get; init; }

    public bool IsReaction { get; init; }

    public string? CallbackData { get; init; }

    public required string PricingCategory { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Returns nothing of it: all of it is about a person.</summary>
    public override string ToString() => nameof(SentMessage);
}
