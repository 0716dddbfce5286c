using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>A union with the places of what tells its variants apart.</summary>
internal sealed class UnionView
{
    private UnionView(LocatedSchema schema, IReadOnlyList<string[]> discriminators, IReadOnlyList<VariantView> variants)
    {
        Schema = schema;
        Discriminators = discriminators;
        Variants = variants;
    }

    public LocatedSchema Schema { get; }

    /// <summary>The paths of the discriminators.</summary>
    public IReadOnlyList<string[]> Discriminators { get; }

    public IReadOnlyList<VariantView> Variants { get; }

    /// <summary>The unions of a file.</summary>
    public static IEnumerable<UnionView> In(SchemaDocument document, SchemaLibrary library)
    {
        var open = new Stack<SchemaNode>([document.Root!]);
        while (open.Count > 0)
        {
            SchemaNode current = open.Pop();
            if (library.UnionOf(document.Schema.With(current)) is { } union)
            {
                yield return union;
            }

            foreach (SchemaNode next in current.Inner.Reverse())
            {
                open.Push(next);
            }
        }
    }

    /// <summary>The union that a schema describes; null when it describes none. The library remembers it.</summary>
    public static UnionView? Of(LocatedSchema schema, SchemaLibrary library)
    {
        if (schema.Node.Branches.Count == 0)
        {
            return null;
        }

        List<string[]> discriminators = LocatedSchema.TextsOf(schema.Node.Extension?["discriminators"]).Select(static d => d.Split('.')).ToList();
        var variants = new List<VariantView>();
        foreach (SchemaNode branch in schema.Node.Branches)
        {
            if (VariantView.Of(schema.With(branch), discriminators, library) is { } variant)
            {
                variants.Add(variant);
            }
        }

        return new UnionView(schema, discriminators, variants);
    }

    /// <summary>The value at a path of a body; the first step may have another name there.</summary>
    public JsonNode? Find(JsonNode value, string[] path, SchemaLibrary library)
    {
        JsonNode? current = value;
        for (int i = 0; i < path.Length && current is not null; i++)
        {
            JsonNode owner = current;
            current = owner[path[i]];
            if (current is null && i == 0 && library.MembersOf(Schema).Find(m => string.Equals(m.Name, path[0], StringComparison.Ordinal)) is { } member)
            {
                current = member.Schema.Aliases.Select(a => owner[a]).FirstOrDefault(static n => n is not null);
            }
        }

        return current is { Kind: JsonNodeKind.Null } ? null : current;
    }
}
