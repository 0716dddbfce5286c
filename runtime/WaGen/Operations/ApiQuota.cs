using System.Diagnostics;

namespace WaGen;

/// <summary>How many calls an API accepts in a span of time.</summary>
[DebuggerDisplay("{Name}: {Calls} in {Period}")]
public sealed record ApiQuota
{
    /// <summary>Gets the name that operations use.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how many calls are accepted.</summary>
    public required int Calls { get; init; }

    /// <summary>Gets the span of time, which slides.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Gets the path parameter whose values have a quota each, such as <c>waba-id</c>; null when the whole app has one.</summary>
    public string? Per { get; init; }

    /// <summary>Gets how many calls are accepted for an account that is in use; null when that makes no difference.</summary>
    public int? CallsWhenActive { get; init; }

    /// <summary>Gets what it is about and when an account counts as active; null when nothing is said.</summary>
    public string? Description { get; init; }
}
