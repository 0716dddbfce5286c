namespace WaGen;

/// <summary>What is known of the customer's business before the flow. Screens are filled in with it.</summary>
/// <remarks>Either <see cref="Id"/> alone for a portfolio that exists, or name, e-mail address, website and country together for a new one.</remarks>
public sealed record EmbeddedSignupBusiness
{
    /// <summary>Gets the id of the customer's portfolio; null when there is none yet, or the customer shall choose.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name, at most 100 characters; null leaves it to the customer.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the e-mail address; null leaves it to the customer.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the website; null leaves it to the customer.</summary>
    public Uri? Website { get; init; }

    /// <summary>Gets the phone number; null leaves it to the customer.</summary>
    public EmbeddedSignupPhone? Phone { get; init; }

    /// <summary>Gets the address; null leaves it to the customer.</summary>
    public EmbeddedSignupAddress? Address { get; init; }

    /// <summary>Gets how far the local time is from UTC, in whole minutes; null leaves it to the customer.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>Returns nothing of the business.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmbeddedSignupBusiness);
}
