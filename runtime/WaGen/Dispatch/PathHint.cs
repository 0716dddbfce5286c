namespace WaGen.Runtime;

/// <summary>The place of an element that a path led to.</summary>
/// <param name="Version">The version of the document.</param>
/// <param name="Array">The tape index of the array.</param>
/// <param name="Element">The tape index of the element.</param>
/// <param name="Index">The position of the element in the array.</param>
internal sealed record PathHint(int Version, int Array, int Element, int Index);
