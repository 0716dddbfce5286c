namespace WaGen.Client;

/// <summary>The places of a call in the quotas that it counts against, or why it got none.</summary>
internal sealed class QuotaPlaces
{
    public static QuotaPlaces None { get; } = new() { Windows = [] };

    public required QuotaWindow[] Windows { get; init; }

    /// <summary>When the call was counted.</summary>
    public TimeSpan Taken { get; init; }

    /// <summary>The quota that would let the call wait too long; null when it may be sent.</summary>
    public ApiQuota? Refusing { get; init; }

    /// <summary>The time that the call would have to wait.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Whether the platform has said that all calls will be refused for a time.</summary>
    public bool IsBlocked { get; init; }
}
