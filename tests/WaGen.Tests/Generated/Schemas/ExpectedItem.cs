namespace WaGen.Tests.Generated.Schemas;

/// <summary>What should become of an event, or of a part of a body that is none.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Field">The field of an event, null for anything else.</param>
/// <param name="Event">The event, null for anything else.</param>
/// <param name="Reason">Why it is no event.</param>
internal sealed record ExpectedItem(string Path, string? Field, string? Event, UnhandledReason Reason)
{
    /// <summary>The handler method of the event.</summary>
    public string Method => $"On{Event}Async";

    /// <summary>The variant that the event is, null when its type is no union.</summary>
    public SchemaVariant? Variant { get; init; }

    /// <summary>The type of the item, null for parts of the envelope.</summary>
    public SchemaShape? Shape { get; init; }
}
