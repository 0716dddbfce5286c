namespace WaGen;

/// <summary>A value that its typed member cannot hold.</summary>
/// <param name="Path">The way from the root, such as <c>a[0].b.c</c>.</param>
/// <param name="Expected">What the member holds, such as <c>integer or string of digits</c>.</param>
/// <param name="Actual">The JSON type that was received: <c>string</c>, <c>number</c>, <c>boolean</c>, <c>object</c>, <c>array</c> or <c>null</c>.</param>
public sealed record InspectedMismatch(string Path, string Expected, string Actual);
