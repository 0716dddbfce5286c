namespace WaGen;

/// <summary>Something in a JSON text that its schema does not describe.</summary>
/// <param name="Path">Where, such as <c>interactive.action.buttons[0].reply.id</c>.</param>
/// <param name="IsMismatch">Whether the member is known and its value of another kind; otherwise the member is unknown.</param>
/// <param name="Kind">The kind of JSON that was found.</param>
/// <param name="Expected">What the schema describes, such as <c>string</c> or <c>array of objects</c>; null for an unknown member.</param>
public sealed record PayloadFinding(string Path, bool IsMismatch, JsonKind Kind, string? Expected = null);
