namespace WaGen.Runtime;

/// <summary>One difference between a body and its schema, noted while binding.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Node">The tape index: the name for an unknown member, otherwise the value.</param>
internal readonly record struct DriftEntry(DriftKind Kind, int Node);
