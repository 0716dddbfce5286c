namespace WaGen;

/// <summary>What the profile of a new number is filled in with.</summary>
public sealed record EmbeddedSignupProfile
{
    /// <summary>Gets the display name; null leaves it to the customer.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the kind of business as the field <c>vertical</c> of the business profile writes it, such as <c>RETAIL</c>; null leaves it to the customer.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the description, at most 512 characters; null leaves it to the customer.</summary>
    public string? Description { get; init; }

    /// <summary>Returns nothing of the profile.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmbeddedSignupProfile);
}
