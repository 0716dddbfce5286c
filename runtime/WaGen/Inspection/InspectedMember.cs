namespace WaGen;

/// <summary>A scalar that a typed member holds.</summary>
/// <param name="Path">The way from the root, such as <c>a[0].b.c</c>.</param>
/// <param name="Type">
/// How the member reads it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>unix-time</c>, <c>boolean</c>, <c>enum</c>, <c>raw</c>;
/// <c>object</c> or <c>array</c> when null was received for one.
/// </param>
/// <param name="Value">The value as it was received. It is never late.</param>
public sealed record InspectedMember(string Path, string Type, RawJson Value);
