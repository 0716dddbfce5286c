namespace WaGen;

/// <summary>Where a file can be downloaded, as the API or a webhook told.</summary>
/// <param name="Url">The address. It may carry a signature, so it is not shown in texts.</param>
/// <param name="Sha256">The hash of the content in hexadecimal digits or Base64; null when nobody told, then nothing is compared.</param>
/// <param name="Account">The id of the number whose token is used; null for the token for all.</param>
public sealed record MediaLocation(string Url, string? Sha256 = null, string? Account = null)
{
    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(MediaLocation);
}
