using System.Text.Json;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>A union, and the rules by which docs/schema-language.md says that its variants are found.</summary>
/// <remarks>It interprets the schema for each object. The printed code decides at compile time, so that neither can repeat a mistake of the other.</remarks>
internal sealed class SchemaUnion(IReadOnlyList<IReadOnlyList<string>> discriminators, IReadOnlyList<SchemaVariant> variants)
{
    /// <summary>The ways to the members that choose the variant.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Discriminators { get; } = discriminators;

    public IReadOnlyList<SchemaVariant> Variants { get; } = variants;

    /// <summary>Finds the variant of an object, or why it is none.</summary>
    public (SchemaVariant? Variant, UnhandledReason Reason) Choose(JsonElement item) => Choose(item, [.. Variants], first: 0);

    private (SchemaVariant? Variant, UnhandledReason Reason) Choose(JsonElement item, List<SchemaVariant> left, int first)
    {
        bool? missing = null;
        for (int i = first; i < Discriminators.Count; i++)
        {
            List<SchemaVariant> asking = left.FindAll(v => v.Conditions[i].Count > 0);
            if (asking.Count == 0)
            {
                continue;
            }

            if (IsMalformed(item, Discriminators[i], array: false, upToLast: true))
            {
                return (null, UnhandledReason.MalformedContent);
            }

            JsonElement? found = At(item, Discriminators[i]);
            List<SchemaVariant> others = left.FindAll(v => v.Conditions[i].Count == 0);
            if (found is { ValueKind: not JsonValueKind.String })
            {
                return (null, UnhandledReason.MalformedDiscriminator);
            }

            string? text = found is { } member ? Elements.Text(member) : null;
            List<SchemaVariant> fitting = text is null ? [] : asking.FindAll(v => v.Conditions[i].Contains(text));
            if (fitting.Count > 0)
            {
                left = fitting;
                continue;
            }

            if (text is null && Told(asking, i + 1).FirstOrDefault(g => HasContent(item, g[0])) is { } present)
            {
                return present.Count == 1 ? (present[0], UnhandledReason.None) : Choose(item, present, i + 1);
            }

            if (others.Count == 0)
            {
                return (null, text is null ? UnhandledReason.MalformedDiscriminator : UnhandledReason.UnknownEvent);
            }

            missing ??= text is null;
            left = others;
        }

        return ByContent(item, left, missing ?? false);
    }

    /// <summary>Variants by their content, as far as it or one of the next discriminators can tell them apart.</summary>
    private static IEnumerable<List<SchemaVariant>> Told(IEnumerable<SchemaVariant> variants, int next) => variants
        .Where(static v => v.Content.Count > 0)
        .GroupBy(static v => string.Join('.', v.Content), StringComparer.Ordinal)
        .Select(static g => g.ToList())
        .Where(g => g.Count == 1 || g.Exists(v => v.Conditions.Skip(next).Any(static c => c.Count > 0)));

    private static (SchemaVariant? Variant, UnhandledReason Reason) ByContent(JsonElement item, List<SchemaVariant> left, bool missing)
    {
        SchemaVariant? without = left.FindLast(static v => v.Content.Count == 0 || v.Conditions.Any(static c => c.Count > 0));
        if (left.Find(v => v != without && HasContent(item, v)) is { } present)
        {
            return (present, UnhandledReason.None);
        }

        if (without is null)
        {
            return (null, missing ? UnhandledReason.MalformedDiscriminator : UnhandledReason.UnknownEvent);
        }

        return without.Content.Count > 0 && IsMalformed(item, without.Content, without.ContentIsArray, upToLast: false)
            ? (null, UnhandledReason.MalformedContent)
            : (without, UnhandledReason.None);
    }

    private static bool HasContent(JsonElement item, SchemaVariant variant) =>
        variant.Content.Count > 0 && At(item, variant.Content) is { } content && content.ValueKind == Container(variant.ContentIsArray);

    private static JsonElement? At(JsonElement item, IReadOnlyList<string> path)
    {
        JsonElement? current = item;
        foreach (string name in path)
        {
            current = current is { ValueKind: JsonValueKind.Object } holder ? Elements.Find(holder, [name]) : null;
        }

        return current;
    }

    /// <summary>Whether something on the way is there, but is not the container that it should be.</summary>
    private static bool IsMalformed(JsonElement item, IReadOnlyList<string> path, bool array, bool upToLast)
    {
        JsonElement current = item;
        for (int i = 0; i < path.Count - (upToLast ? 1 : 0); i++)
        {
            if (Elements.Find(current, [path[i]]) is not { } next)
            {
                return false;
            }

            if (next.ValueKind != Container(array && i == path.Count - 1))
            {
                return true;
            }

            current = next;
        }

        return false;
    }

    private static JsonValueKind Container(bool array) => array ? JsonValueKind.Array : JsonValueKind.Object;
}
