using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Definitions that are variants: their views start with the members of the union, so the union is built first.</summary>
internal sealed partial class ModelBuilder
{
    private readonly HashSet<SchemaNode> _askedVariants = [];
    private Dictionary<SchemaNode, (SchemaProperty Variant, SchemaProperty Container)>? _variantPlaces;
    private HashSet<SchemaNode>? _memberTypes;

    /// <summary>The type of a variant that is met before its union; null for all other schemas.</summary>
    private MemberType? TypeOfVariant(SchemaNode schema)
    {
        _variantPlaces ??= FindVariants();
        if (!_variantPlaces.TryGetValue(schema, out (SchemaProperty Variant, SchemaProperty Container) place))
        {
            return null;
        }

        if (!_open.Contains(place.Container.Schema))
        {
            if (_askedVariants.Add(schema))
            {
                TypeOfDefinition(place.Container);
            }

            return _types.TryGetValue(schema, out MemberType? known) ? known : null;
        }

        // The union is being built and comes to this variant later; until then its name says enough.
        return new MemberType { Shape = MemberShape.Object, TypeName = FullName(schema.Name ?? place.Variant.Name) };
    }

    /// <summary>Whether a member, element or map value of this file has the definition as its type.</summary>
    private bool IsMemberType(SchemaNode definition)
    {
        _memberTypes ??= [.. FindMemberTypes()];
        return _memberTypes.Contains(definition);
    }

    private IEnumerable<SchemaNode> FindMemberTypes()
    {
        IEnumerable<SchemaNode> all = _root.Definitions.Select(static d => d.Schema).Prepend(_root).SelectMany(Descendants);
        foreach (SchemaNode? use in all.SelectMany(static s => s.Properties.Select(static p => p.Schema).Append(s.Items!).Append(s.AdditionalProperties!)))
        {
            if (use?.Reference is { } reference && TryLocal(reference, out string? name) && name is not null && _definitions.TryGetValue(name, out SchemaProperty? used))
            {
                yield return used.Schema;
            }
        }
    }

    /// <summary>The variants of all unions, and the definitions in which the unions stand.</summary>
    private Dictionary<SchemaNode, (SchemaProperty Variant, SchemaProperty Container)> FindVariants()
    {
        var variants = new Dictionary<SchemaNode, (SchemaProperty, SchemaProperty)>();
        foreach (SchemaProperty definition in _root.Definitions)
        {
            foreach (SchemaNode branch in Descendants(definition.Schema).SelectMany(static s => s.Branches))
            {
                if (branch.Reference is { } reference
                    && TryLocal(reference, out string? name)
                    && name is not null
                    && _definitions.TryGetValue(name, out SchemaProperty? variant)
                    && variant != definition
                    && !variants.ContainsKey(variant.Schema))
                {
                    variants.Add(variant.Schema, (variant, definition));
                }
            }
        }

        return variants;
    }

    private static IEnumerable<SchemaNode> Descendants(SchemaNode schema)
    {
        var open = new Stack<SchemaNode>([schema]);
        while (open.Count > 0)
        {
            SchemaNode current = open.Pop();
            yield return current;
            IEnumerable<SchemaNode?> inner = [.. current.Properties.Select(static p => p.Schema), .. current.Branches, .. current.AllOf, current.Items, current.AdditionalProperties];
            foreach (SchemaNode? next in inner)
            {
                if (next is not null)
                {
                    open.Push(next);
                }
            }
        }
    }
}
