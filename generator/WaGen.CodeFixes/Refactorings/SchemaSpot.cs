using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>A value of a schema file and the pointer to it.</summary>
/// <param name="Node">The value.</param>
/// <param name="Pointer">The pointer, without the number sign.</param>
internal sealed record SchemaSpot(JsonNode Node, string Pointer)
{
    /// <summary>A value inside; null when there is none.</summary>
    public SchemaSpot? Step(string name) => Node[name] is { } inner ? new SchemaSpot(inner, $"{Pointer}/{JsonPointer.Escape(name)}") : null;

    /// <summary>The members of a member that is an object.</summary>
    public IEnumerable<(string Name, SchemaSpot Spot)> Members(string name) => Step(name) is { } inner
        ? inner.Node.Members.Select(m => (m.Name, new SchemaSpot(m.Value, $"{inner.Pointer}/{JsonPointer.Escape(m.Name)}")))
        : [];

    /// <summary>The elements of a member that is an array.</summary>
    public IEnumerable<SchemaSpot> Items(string name) => Step(name) is { } inner
        ? inner.Node.Items.Select((item, index) => new SchemaSpot(item, FormattableString.Invariant($"{inner.Pointer}/{index}")))
        : [];

    /// <summary>A text of the vocabulary's own part; null when there is none.</summary>
    public string? Option(string name) => Node["x-wagen"]?[name] is { Kind: JsonNodeKind.String } text ? text.Text : null;
}
