using System.Diagnostics;

namespace WaGen;

/// <summary>What is known of an error code, or of a range of them.</summary>
[DebuggerDisplay("{From}-{To}: {Class}")]
public sealed record ApiErrorEntry
{
    /// <summary>Gets the first code.</summary>
    public required int From { get; init; }

    /// <summary>Gets the last code.</summary>
    public required int To { get; init; }

    /// <summary>Gets the subcode that the entry is about; null for all.</summary>
    public int? Subcode { get; init; }

    /// <summary>Gets what can be done.</summary>
    public required ApiErrorClass Class { get; init; }

    /// <summary>Gets how the time before another try is found.</summary>
    public ApiErrorWait Wait { get; init; }

    /// <summary>Gets the time before another try when it is always the same; zero otherwise.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gets a few words that name the error.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what it means and what to do; null when the title says all.</summary>
    public string? Description { get; init; }
}
