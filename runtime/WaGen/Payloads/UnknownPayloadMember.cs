using System.Diagnostics;

namespace WaGen;

/// <summary>A member of a payload that the schema does not describe.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Value">The value as it was received.</param>
[DebuggerDisplay("{Name}")]
public sealed record UnknownPayloadMember(string Name, JsonFragment Value);
