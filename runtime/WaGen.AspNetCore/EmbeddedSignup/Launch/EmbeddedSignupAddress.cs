namespace WaGen;

/// <summary>The address of a business.</summary>
public sealed record EmbeddedSignupAddress
{
    /// <summary>Gets the country as two letters (ISO 3166), such as <c>US</c>; null leaves it to the customer.</summary>
    public string? Country { get; init; }

    /// <summary>Gets the state or province; null leaves it to the customer.</summary>
    public string? State { get; init; }

    /// <summary>Gets the city; null leaves it to the customer.</summary>
    public string? City { get; init; }

    /// <summary>Gets the postal code; null leaves it to the customer.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Gets the first line of the street; null leaves it to the customer.</summary>
    public string? Street1 { get; init; }

    /// <summary>Gets the second line of the street; null leaves it to the customer.</summary>
    public string? Street2 { get; init; }

    /// <summary>Returns nothing of the address.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmbeddedSignupAddress);
}
