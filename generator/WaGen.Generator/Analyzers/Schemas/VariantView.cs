using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>A variant of a union.</summary>
internal sealed class VariantView
{
    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the union lists it.</summary>
    public required SchemaNode Branch { get; init; }

    /// <summary>What it says itself.</summary>
    public required LocatedSchema Schema { get; init; }

    /// <summary>Where the variant is named: its key under <c>$defs</c>, or its name in <c>x-wagen</c>.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>For each discriminator the texts that choose the variant; empty where any will do.</summary>
    public required IReadOnlyList<IReadOnlyList<JsonNode>> Conditions { get; init; }

    /// <summary>The path of the content; null without one.</summary>
    public string[]? Content => Schema.Node.Extension?["content"] is { Kind: JsonNodeKind.String } content ? content.Text.Split('.') : null;

    public bool HasConditions => Conditions.Any(static c => c.Count > 0);

    public static VariantView? Of(LocatedSchema branch, IReadOnlyList<string[]> discriminators, SchemaLibrary library)
    {
        SchemaProperty? definition = branch.Node.Reference is { } reference && branch.Document.Id is { } id && ReferenceTarget.Of(reference.Text, id).Definition is { } name
            ? branch.Document.Root!.Definitions.Find(d => string.Equals(d.Name, name, StringComparison.Ordinal))
            : null;
        SchemaNode node = definition?.Schema ?? branch.Node;
        if (node.Reference is not null || (node.Name ?? definition?.Name) is not { } variantName)
        {
            return null;
        }

        LocatedSchema schema = branch.With(node);
        return new VariantView
        {
            Name = variantName,
            Branch = branch.Node,
            Schema = schema,
            NameSpan = definition?.NameSpan ?? node.Extension!["name"]!.Span,
            Conditions = [.. discriminators.Select(path => Condition(schema, path, library))],
        };
    }

    /// <summary>The texts that a variant demands at a path, as the generator reads them: what lies in other files demands nothing.</summary>
    private static List<JsonNode> Condition(LocatedSchema variant, string[] path, SchemaLibrary library)
    {
        LocatedSchema? current = variant;
        foreach (string name in path)
        {
            current = current is null ? null : library.MembersOf(current)
                .FindLast(m => m.Schema.Document == variant.Document && string.Equals(m.Name, name, StringComparison.Ordinal))?.Schema;
        }

        return current is { Node.Reference: null } ? current.Node.Values : [];
    }
}
