namespace WaGen.Tests.Generated.Schemas;

/// <summary>A place in a value whose items are events.</summary>
/// <param name="Path">The way as the schema writes it, such as <c>a[].b[]</c>; empty for the value itself.</param>
/// <param name="Steps">The members on the way; each but the last is an array of objects or an object.</param>
/// <param name="Item">The item.</param>
internal sealed record SchemaEvent(string Path, IReadOnlyList<SchemaMember> Steps, SchemaShape Item)
{
    /// <summary>The names of all events that an item can be.</summary>
    public IEnumerable<string> Names => Item.Union is { } union ? union.Variants.Select(static v => v.Handler) : [Item.Handler ?? Item.Name!];
}
