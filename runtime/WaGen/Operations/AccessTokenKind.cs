namespace WaGen;

/// <summary>Whose access token a request carries.</summary>
public enum AccessTokenKind
{
    /// <summary>No kind is said.</summary>
    Unknown,

    /// <summary>A person's, for first tests; it lives for hours.</summary>
    User,

    /// <summary>A system user's of the own business.</summary>
    System,

    /// <summary>A customer's, for a solution provider.</summary>
    Business,

    /// <summary>The app's own.</summary>
    App,
}
