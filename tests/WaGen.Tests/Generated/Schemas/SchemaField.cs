namespace WaGen.Tests.Generated.Schemas;

/// <summary>A webhook field.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Value">The value.</param>
/// <param name="Events">Where events stand in the value.</param>
internal sealed record SchemaField(string Name, IReadOnlyList<string> Aliases, SchemaShape Value, IReadOnlyList<SchemaEvent> Events)
{
    /// <summary>Whether the value itself is an event.</summary>
    public bool IsEvent => Events.Any(static e => e.Steps.Count == 0);
}
