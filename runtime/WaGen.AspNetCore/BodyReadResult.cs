namespace WaGen.AspNetCore;

/// <summary>How reading a body ended.</summary>
internal enum BodyReadResult
{
    /// <summary>The whole body is there.</summary>
    Complete,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge,

    /// <summary>The server lost patience with the sender.</summary>
    TooSlow,

    /// <summary>The sender went away, or the body broke off.</summary>
    Incomplete,
}
