using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Which accessor a schema gives.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>How many schemas may lead to each other; interpreting is recursive, and no schema comes near this.</summary>
    private const int MaxOpen = 256;

    private readonly Dictionary<SchemaNode, MemberType> _types = [];
    private readonly HashSet<SchemaNode> _open = [];

    private MemberType TypeOfDefinition(SchemaProperty definition) =>
        TypeOf(definition.Schema, definition.Name, definition.Schema.Json, _provenance);

    /// <summary>The type of a member with this schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definitionName">The key under <c>$defs</c>, which names the type unless the schema does.</param>
    /// <param name="place">Where to report.</param>
    /// <param name="outer">The provenance of what surrounds the schema.</param>
    private MemberType TypeOf(SchemaNode schema, string? definitionName, JsonNode place, Provenance outer)
    {
        if (_types.TryGetValue(schema, out MemberType? known))
        {
            return known;
        }

        if (TypeOfVariant(schema) is { } variant)
        {
            return variant;
        }

        if (_open.Count >= MaxOpen)
        {
            return Inexpressible(schema, $"definitions that lead from one to the next more than {MaxOpen} times");
        }

        if (!_open.Add(schema))
        {
            _problems.Add(SchemaRules.CircularReference, (schema.Reference ?? schema.Json).Span, schema.Reference?.Text ?? definitionName ?? string.Empty);
            return MemberType.Raw;
        }

        MemberType type = schema.Reference is { } reference
            ? TypeOfReference(reference)
            : Interpret(schema, definitionName, place, outer);
        _open.Remove(schema);
        _types[schema] = type;
        return type;
    }

    private MemberType TypeOfReference(JsonNode reference)
    {
        if (!TryLocal(reference, out _))
        {
            return new MemberType { Shape = MemberShape.External, Reference = AddReference(reference) };
        }

        return LocalTarget(reference) is { } target ? TypeOfDefinition(target) : MemberType.Raw;
    }

    /// <summary>Keeps a reference to another file for the linker; gives its address.</summary>
    private string AddReference(JsonNode reference)
    {
        string address = TargetOf(reference).Address!;
        _references.Add(new SchemaReference { Address = address, Place = _problems.Place(reference.Span) });
        return address;
    }

    private MemberType Interpret(SchemaNode schema, string? definitionName, JsonNode place, Provenance outer)
    {
        SchemaTypes types = schema.KnownTypes;
        if (Contradiction(schema, types) is { } contradiction)
        {
            return Inexpressible(schema, contradiction);
        }

        return types switch
        {
            SchemaTypes.None => MemberType.Raw,
            SchemaTypes.Object => TypeOfObject(schema, definitionName, place, outer),
            SchemaTypes.Array => TypeOfArray(schema, outer),
            SchemaTypes.String when schema.Values.Count > 0 && !schema.IsConst => BuildEnum(schema, definitionName, place, outer),
            _ => TypeOfScalar(schema, types),
        };
    }

    private MemberType TypeOfObject(SchemaNode schema, string? definitionName, JsonNode place, Provenance outer)
    {
        if (schema.Properties.Count > 0 || schema.Branches.Count > 0 || schema.AllOf.Count > 0 || (schema.IsOpen && (definitionName ?? schema.Name) is not null))
        {
            return BuildObject(schema, definitionName, place, outer);
        }

        if (schema.AdditionalProperties is not { } values)
        {
            return MemberType.Raw;
        }

        MemberType value = TypeOf(values, null, values.Json, outer);
        MemberType map = value.AsMapValue();
        return map.Shape is MemberShape.Raw && value.Shape is not MemberShape.Raw
            ? Inexpressible(schema, "a map of values that are neither objects nor plain text")
            : map;
    }

    private MemberType TypeOfArray(SchemaNode schema, Provenance outer)
    {
        if (schema.Items is null)
        {
            return MemberType.Raw;
        }

        MemberType element = TypeOf(schema.Items, null, schema.Items.Json, outer);
        MemberType list = element.AsListElement();
        return list.Shape is MemberShape.Raw && element.Shape is not MemberShape.Raw
            ? Inexpressible(schema, "an array of elements that are neither objects nor plain text")
            : list with { IsRow = IsPayload && list.Shape is MemberShape.TextList };
    }

    /// <summary>Why the keywords of a schema do not fit together; null when they do. What has no effect beside a type is reported for itself.</summary>
    private static string? Contradiction(SchemaNode schema, SchemaTypes types)
    {
        const SchemaTypes Containers = SchemaTypes.Object | SchemaTypes.Array;
        bool isInferred = (schema.Types & ~SchemaTypes.Null) is SchemaTypes.None;
        bool hasMembers = schema.Properties.Count > 0 || schema.Branches.Count > 0 || schema.AllOf.Count > 0;
        return schema switch
        {
            _ when types is not (SchemaTypes.Object or SchemaTypes.Array) && (types & Containers) != SchemaTypes.None => "a value that is sometimes a container and sometimes not",
            _ when (schema.Branches.Count > 0 || schema.AllOf.Count > 0) && types is not SchemaTypes.Object => "members of a value that is no object",
            _ when hasMembers && schema.AdditionalProperties is not null && types is SchemaTypes.Object => "listed members beside a schema for all others",
            _ when schema.Items is not null && types is not SchemaTypes.Array && isInferred => "elements of a value that is no array",
            _ when schema.Values.Count > 0 && !schema.IsConst && types is not SchemaTypes.String => "an enumeration of values that are not all text",
            _ when schema.Format is not null && isInferred && types is not SchemaTypes.String => $"format '{schema.Format}' without a text or a number",
            _ => null,
        };
    }

    private MemberType TypeOfScalar(SchemaNode schema, SchemaTypes types)
    {
        bool text = (types & SchemaTypes.String) != SchemaTypes.None;
        SchemaTypes other = types & ~SchemaTypes.String;
        ScalarForms forms = (text ? ScalarForms.String : ScalarForms.None) | (other != SchemaTypes.None ? ScalarForms.Number : ScalarForms.None);
        if (other == (SchemaTypes.Integer | SchemaTypes.Number))
        {
            other = SchemaTypes.Number;
        }

        bool isTextFirst = IsPayload && schema.FirstType is SchemaTypes.String;
        MemberShape? shape = (schema.Format, other) switch
        {
            (null, SchemaTypes.Integer or SchemaTypes.Number) when isTextFirst => MemberShape.Text,
            (_, not (SchemaTypes.None or SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean)) => null,
            (SchemaFormats.Id or SchemaFormats.Phone, SchemaTypes.None or SchemaTypes.Integer) => MemberShape.Id,
            (SchemaFormats.UnixTime, SchemaTypes.None or SchemaTypes.Integer or SchemaTypes.Number) => MemberShape.UnixTime,
            (SchemaFormats.Decimal, not SchemaTypes.Boolean) => MemberShape.Decimal,
            (SchemaFormats.Double, not SchemaTypes.Boolean) => MemberShape.Double,
            (SchemaFormats.Id or SchemaFormats.Phone or SchemaFormats.UnixTime or SchemaFormats.Decimal or SchemaFormats.Double, _) => null,
            (_, SchemaTypes.None) => MemberShape.Text,
            (not null, _) => null,
            (null, SchemaTypes.Integer) => MemberShape.Integer,
            (null, SchemaTypes.Number) => MemberShape.Decimal,
            (null, _) => MemberShape.Boolean,
        };
        return shape is null
            ? Inexpressible(schema, $"{string.Join(" or ", Names(types))} with format '{schema.Format ?? "none"}'")
            : new MemberType
            {
                Shape = shape.Value,
                Forms = forms,
                Written = !IsPayload || shape is MemberShape.Text or MemberShape.Id ? ScalarForms.None : isTextFirst ? ScalarForms.String : ScalarForms.Number,
                IsJsonText = schema.IsJsonText && shape is MemberShape.Text,
            };
    }

    private static IEnumerable<string> Names(SchemaTypes types) =>
        Enum.GetValues(typeof(SchemaTypes)).Cast<SchemaTypes>()
            .Where(t => t != SchemaTypes.None && (types & t) == t)
            .Select(static t => t.ToString().ToLowerInvariant());

    private MemberType Inexpressible(SchemaNode schema, string what)
    {
        JsonNode place = schema.Json["type"] ?? schema.Json;
        _problems.Add(SchemaRules.InexpressibleType, place.Span, what);
        return MemberType.Raw;
    }
}
