namespace WaGen;

/// <summary>A phone number of a business, as its profile shows it.</summary>
/// <param name="CountryCode">The country calling code, such as 1.</param>
/// <param name="Number">The number without the country calling code.</param>
public sealed record EmbeddedSignupPhone(int CountryCode, string Number)
{
    /// <summary>Returns no digit of the number.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmbeddedSignupPhone);
}
