namespace WaGen.Testing;

/// <summary>An event that no handler took, or a part of a body that is no event.</summary>
/// <param name="Reason">Why nobody took it.</param>
/// <param name="Field">The name of the field; null when the part has none.</param>
/// <param name="Event">The name of the kind of event; null when it is not known.</param>
/// <param name="Path">The way from the root of the body; empty for the whole body.</param>
public sealed record LeftEvent(UnhandledReason Reason, string? Field, string? Event, string Path);
