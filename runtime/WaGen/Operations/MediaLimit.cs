namespace WaGen;

/// <summary>One kind of file that an operation accepts.</summary>
/// <param name="MediaType">The media type, such as <c>image/jpeg</c>.</param>
/// <param name="MaxBytes">The most bytes.</param>
/// <param name="Class">What such a file is used as, such as <c>image</c> or <c>sticker</c>; null when nothing is said.</param>
public sealed record MediaLimit(string MediaType, long MaxBytes, string? Class = null);
