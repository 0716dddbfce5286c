namespace WaGen;

/// <summary>The customer completed the flow. All ids are claims of a browser.</summary>
public sealed record EmbeddedSignupFinished : EmbeddedSignupMessage
{
    /// <summary>Gets how the flow was completed.</summary>
    public EmbeddedSignupFinish Kind { get; init; }

    /// <summary>Gets the id of the account; null when it was not told.</summary>
    public string? WabaId { get; init; }

    /// <summary>Gets the id of the phone number; null when there is none, or when it was not told.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>Gets the id of the customer's portfolio; null when it was not told.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Gets the ids of the accounts that were shared (v4).</summary>
    public IReadOnlyList<string> WabaIds { get; init; } = [];

    /// <summary>Gets the ids of the ad accounts that were shared (v4).</summary>
    public IReadOnlyList<string> AdAccountIds { get; init; } = [];

    /// <summary>Gets the ids of the Facebook pages that were shared (v4).</summary>
    public IReadOnlyList<string> PageIds { get; init; } = [];

    /// <summary>Gets the ids of the datasets that were shared (v4).</summary>
    public IReadOnlyList<string> DatasetIds { get; init; } = [];

    /// <summary>Gets the ids of the catalogs that were shared (v4).</summary>
    public IReadOnlyList<string> CatalogIds { get; init; } = [];

    /// <summary>Gets the ids of the Instagram accounts that were shared (v4).</summary>
    public IReadOnlyList<string> InstagramAccountIds { get; init; } = [];
}
