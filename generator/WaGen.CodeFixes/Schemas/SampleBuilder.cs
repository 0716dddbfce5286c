using WaGen.Generator.Analyzers;
using WaGen.Generator.Schema;

namespace WaGen.CodeFixes;

/// <summary>Makes a value that fits a schema: what is required and what is wanted.</summary>
internal sealed class SampleBuilder(SchemaLibrary library)
{
    /// <summary>How deep a value may become; types may refer to themselves.</summary>
    private const int MaxDepth = 24;

    private int _depth;

    /// <summary>A value.</summary>
    /// <param name="declared">The schemas that describe it together; the last one is the most precise.</param>
    /// <param name="wanted">Paths of members that have to be there.</param>
    /// <param name="variant">The variant that it has to be; null for any.</param>
    public Sample Build(IReadOnlyList<LocatedSchema> declared, IReadOnlyList<string[]> wanted, VariantView? variant)
    {
        List<LocatedSchema> parts = [.. declared.SelectMany(library.PartsOf)];
        LocatedSchema main = parts.FindLast(static p => p.Node is { Reference: null, Values.Count: > 0 })
            ?? parts.Find(static p => p.Node is { Reference: null, KnownTypes: not SchemaTypes.None })
            ?? parts[parts.Count - 1];
        if (_depth >= MaxDepth)
        {
            return Sample.Of("{}");
        }

        _depth++;
        Sample sample = main.Node.KnownTypes switch
        {
            SchemaTypes.Object => BuildObject(parts, wanted, variant ?? FirstVariant(parts)),
            SchemaTypes.Array when main.Node.Items is { } items => Sample.Array(Build([main.With(items)], wanted, variant: null)),
            SchemaTypes.Array => Sample.Of("[]"),
            _ => Sample.Of(SampleText.Of(main)),
        };
        _depth--;
        return sample;
    }

    private VariantView? FirstVariant(List<LocatedSchema> parts) =>
        parts.Select(library.UnionOf).FirstOrDefault(static u => u is not null) is { Variants: { Count: > 0 } variants } ? variants[0] : null;

    private Sample BuildObject(List<LocatedSchema> parts, IReadOnlyList<string[]> wanted, VariantView? variant)
    {
        if (variant is not null)
        {
            parts = [.. parts, .. library.PartsOf(variant.Schema)];
            wanted = [.. wanted, .. DiscriminatorsOf(parts, variant)];
        }

        List<LocatedMember> members = [.. parts.SelectMany(static p => p.Node.Properties.Select(m => new LocatedMember(m.Name, m.NameSpan, p.With(m.Schema))))];
        var names = new HashSet<string>(
            parts.SelectMany(static p => p.Required)
                .Concat(wanted.Select(static w => w[0]))
                .Concat(members.Where(static m => m.Schema.Node.IsConst).Select(static m => m.Name)),
            StringComparer.Ordinal);
        names.IntersectWith(members.Select(static m => m.Name));
        if (names.Count == 0 && members.Find(IsScalar) is { } some)
        {
            names.Add(some.Name);
        }

        var sample = Sample.Object();
        foreach (string name in members.Select(static m => m.Name).Distinct(StringComparer.Ordinal).Where(names.Contains))
        {
            IReadOnlyList<LocatedSchema> schemas = [.. members.Where(m => string.Equals(m.Name, name, StringComparison.Ordinal)).Select(static m => m.Schema)];
            sample.Set(name, Build(schemas, [.. wanted.Where(w => w.Length > 1 && string.Equals(w[0], name, StringComparison.Ordinal)).Select(static w => w.Skip(1).ToArray())], variant: null));
        }

        if (members.Count == 0 && parts.Find(static p => p.Node.AdditionalProperties is not null) is { } map)
        {
            sample.Set("name", Build([map.With(map.Node.AdditionalProperties!)], [], variant: null));
        }

        return sample;
    }

    /// <summary>The paths of the discriminators that have to be there for a variant, and its content.</summary>
    private IEnumerable<string[]> DiscriminatorsOf(List<LocatedSchema> parts, VariantView variant)
    {
        UnionView? union = parts.Select(library.UnionOf).FirstOrDefault(static u => u is not null);
        return (union?.Discriminators.Where((_, i) => i < variant.Conditions.Count && variant.Conditions[i].Count > 0) ?? [])
            .Concat(variant.Content is { } content ? [content] : []);
    }

    private bool IsScalar(LocatedMember member) =>
        library.Follow(member.Schema)?.Node.KnownTypes is { } types and not SchemaTypes.None && (types & (SchemaTypes.Object | SchemaTypes.Array)) is SchemaTypes.None;
}
