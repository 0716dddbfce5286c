namespace WaGen.Tests.Generated.Schemas;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Shape">What it holds.</param>
internal sealed record SchemaMember(string Name, IReadOnlyList<string> Aliases, SchemaShape Shape)
{
    /// <summary>All names.</summary>
    public IReadOnlyList<string> Names { get; } = [Name, .. Aliases];
}
