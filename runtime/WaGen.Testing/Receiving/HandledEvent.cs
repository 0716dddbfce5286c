namespace WaGen.Testing;

/// <summary>An event that a handler took.</summary>
/// <param name="Field">The name of the field on the wire.</param>
/// <param name="Event">The name of the kind of event, such as <c>Text</c>.</param>
/// <param name="Identity">What makes two deliveries the same event, such as the id of the message; null when the event has no identity.</param>
public sealed record HandledEvent(string Field, string Event, string? Identity);
