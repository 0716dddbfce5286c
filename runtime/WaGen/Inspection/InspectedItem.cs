namespace WaGen;

/// <summary>An event of a body, or a part of it that no handler method takes.</summary>
public sealed record InspectedItem
{
    /// <summary>Gets the way from the root, such as <c>a[0].b.c[3]</c>; empty for the whole body.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the name of the field: its usual one when it is known, otherwise the one received; null when there is none.</summary>
    public required string? Field { get; init; }

    /// <summary>Gets the kind of event, null when no handler method takes the part.</summary>
    public required string? Event { get; init; }

    /// <summary>Gets the handler method that takes the event, null when there is none.</summary>
    public required string? Handler { get; init; }

    /// <summary>Gets why no handler method takes the part; <see cref="UnhandledReason.None"/> for an event.</summary>
    public required UnhandledReason Reason { get; init; }

    /// <summary>Gets the id of the entry that it stands in, null when absent.</summary>
    public required string? EntryId { get; init; }

    /// <summary>Gets what makes two deliveries the same event, null when the event has no identity.</summary>
    public required string? Identity { get; init; }

    /// <summary>Gets the ways to the members that the identity was made from.</summary>
    public required IReadOnlyList<string> IdentityPaths { get; init; }

    /// <summary>Gets what events must be handled one after the other, null when the event has no order.</summary>
    public required string? OrderKey { get; init; }
}
