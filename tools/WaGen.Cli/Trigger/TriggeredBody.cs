namespace WaGen.Cli.Trigger;

/// <summary>A body to post.</summary>
/// <param name="Label">What it holds.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="KeepsIdentity">Whether an event of it has the identity of the example, because no part of that is an id or a time.</param>
internal sealed record TriggeredBody(string Label, byte[] Bytes, bool KeepsIdentity);
