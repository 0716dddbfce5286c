using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>Compares a value with its schema. Unlike received bodies, examples have to fit.</summary>
internal sealed class ExampleCheck(SchemaLibrary library)
{
    private readonly List<ExampleProblem> _problems = [];
    private readonly HashSet<TextSpan> _spans = [];

    /// <summary>What does not fit, one problem a place.</summary>
    public IReadOnlyList<ExampleProblem> Problems => _problems;

    public void Add(TextSpan span, string path, string text)
    {
        if (_spans.Add(span))
        {
            _problems.Add(new ExampleProblem(span, path, text));
        }
    }

    /// <summary>Checks a value. What a reference leads to nowhere allows is not known, so anything is.</summary>
    public void Check(JsonNode value, LocatedSchema schema, string path)
    {
        // Null reads like an absent member everywhere.
        if (value.Kind is JsonNodeKind.Null || library.Follow(schema) is not { } target)
        {
            return;
        }

        SchemaTypes types = target.Node.KnownTypes;
        switch (value.Kind)
        {
            case JsonNodeKind.Object when types is SchemaTypes.Object:
                CheckObject(value, schema, target, path);
                break;
            case JsonNodeKind.Array when types is SchemaTypes.Array:
                CheckArray(value, target, path);
                break;
            default:
                if (types is not SchemaTypes.None && ScalarCheck.Find(value, target, types) is { } problem)
                {
                    Add(value.Span, path, problem);
                }

                break;
        }
    }

    private void CheckArray(JsonNode value, LocatedSchema schema, string path)
    {
        string? problem = ScalarCheck.Limit(schema, "minItems", value.Items.Count, isLower: true) ?? ScalarCheck.Limit(schema, "maxItems", value.Items.Count, isLower: false);
        if (problem is not null)
        {
            Add(value.Span, path, problem + " elements");
        }

        for (int i = 0; schema.Node.Items is { } items && i < value.Items.Count; i++)
        {
            Check(value.Items[i], schema.With(items), $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    private void CheckObject(JsonNode value, LocatedSchema schema, LocatedSchema target, string path)
    {
        List<LocatedSchema> parts = library.PartsOf(schema);
        List<LocatedMember> members = library.MembersOf(schema);
        if (library.UnionOf(target) is { } union)
        {
            if (VariantChoice.Of(union, value, library) is not { } variant)
            {
                ReportNoVariant(value, union, path);
                return;
            }

            parts.AddRange(library.PartsOf(variant.Schema));
            members.AddRange(library.MembersOf(variant.Schema));
        }

        foreach (string name in parts.SelectMany(static p => p.Required).Distinct(StringComparer.Ordinal))
        {
            if (!value.Members.Any(m => IsNamed(m.Name, name, members)))
            {
                Add(value.Span, path, $"the member '{name}' is missing, which the schema requires");
            }
        }

        foreach (JsonMember member in value.Members)
        {
            CheckMember(member, members, parts, path);
        }
    }

    private void CheckMember(JsonMember member, List<LocatedMember> members, List<LocatedSchema> parts, string path)
    {
        string memberPath = $"{path}.{member.Name}";
        bool known = false;
        foreach (LocatedMember declared in members.Where(m => m.IsCalled(member.Name)))
        {
            known = true;
            Check(member.Value, declared.Schema, memberPath);
        }

        if (!known && parts.Find(static p => p.Node.AdditionalProperties is not null) is { } map)
        {
            Check(member.Value, map.With(map.Node.AdditionalProperties!), memberPath);
        }
        else if (!known && members.Count > 0 && !parts.Exists(static p => p.Node.IsOpen))
        {
            Add(member.NameSpan, memberPath, $"the schema lists no member '{member.Name}' there");
        }
    }

    private void ReportNoVariant(JsonNode value, UnionView union, string path)
    {
        foreach (string[] discriminator in union.Discriminators)
        {
            if (union.Find(value, discriminator, library) is not { } found)
            {
                continue;
            }

            if (!union.Variants.Any(v => v.Conditions.Any(c => c.Any(t => string.Equals(t.Text, found.Text, StringComparison.Ordinal)))))
            {
                Add(found.Span, $"{path}.{string.Join(".", discriminator)}", $"no variant is chosen by {Describe(found)}");
                return;
            }
        }

        Add(value.Span, path, "the object is none of the variants, because what chooses one is missing or does not go together");
    }

    private static string Describe(JsonNode value) => value.Kind is JsonNodeKind.String ? $"'{value.Text}'" : $"{ScalarCheck.KindOf(value)}";

    private static bool IsNamed(string name, string required, List<LocatedMember> members) =>
        string.Equals(name, required, StringComparison.Ordinal)
        || members.Exists(m => string.Equals(m.Name, required, StringComparison.Ordinal) && m.IsCalled(name));
}
