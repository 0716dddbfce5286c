using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Chooses the variant of an object in a body, by the same steps as printed code.</summary>
internal sealed class VariantChoice(UnionView union, JsonNode value, SchemaLibrary library)
{
    /// <summary>The variant that an object is; null when it is none.</summary>
    public static VariantView? Of(UnionView union, JsonNode value, SchemaLibrary library) =>
        new VariantChoice(union, value, library).Choose(union.Variants, 0);

    private VariantView? Choose(IReadOnlyList<VariantView> candidates, int discriminator)
    {
        if (discriminator == union.Discriminators.Count)
        {
            VariantView? otherwise = candidates.LastOrDefault(static c => c.Content is null || c.HasConditions);
            return candidates.FirstOrDefault(c => c != otherwise && HasContent(c)) ?? otherwise;
        }

        List<VariantView> constrained = [.. candidates.Where(c => c.Conditions[discriminator].Count > 0)];
        List<VariantView> others = [.. candidates.Except(constrained)];
        if (constrained.Count == 0)
        {
            return Choose(candidates, discriminator + 1);
        }

        JsonNode? found = union.Find(value, union.Discriminators[discriminator], library);
        if (found is null)
        {
            return Fallback(constrained, discriminator + 1) ?? (others.Count == 0 ? null : Choose(others, discriminator + 1));
        }

        if (found.Kind is not JsonNodeKind.String)
        {
            return null;
        }

        List<VariantView> asked = [.. constrained.Where(c => c.Conditions[discriminator].Any(v => string.Equals(v.Text, found.Text, StringComparison.Ordinal)))];
        return asked.Count > 0 ? Choose(asked, discriminator + 1) : others.Count == 0 ? null : Choose(others, discriminator + 1);
    }

    /// <summary>Without a discriminator the content tells; of several variants with that content the next discriminators do.</summary>
    private VariantView? Fallback(List<VariantView> constrained, int next)
    {
        if (constrained.Find(HasContent) is not { } first)
        {
            return null;
        }

        List<VariantView> same = constrained.FindAll(c => c.Content is { } content && content.SequenceEqual(first.Content!, StringComparer.Ordinal));
        return same.Count == 1 ? first : next == union.Discriminators.Count ? null : Choose(same, next);
    }

    private bool HasContent(VariantView variant) => variant.Content is { } path && union.Find(value, path, library) is not null;
}
