using System.Globalization;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What payloads have beside views: constants, members that must be there, and limits.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>Members that every payload has, or that the compiler makes for a record.</summary>
    private static readonly HashSet<string> ReservedInPayloads = new(StringComparer.Ordinal)
    {
        "UnknownMembers", "Source", "WriteTo", "WriteMembers", "CheckMembers", "Validate", "ThrowIfInvalid", "ToUtf8Json", "Parse", "Choose", "Read",
        "EqualityContract", "PrintMembers", "Clone", "Deconstruct", "Finalize", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals",
    };

    private readonly List<SchemaPath> _paths = [];

    /// <summary>Whether the objects of the file are sent and answered; otherwise they are views of what was received.</summary>
    private bool IsPayload => _kind is SchemaKind.Payloads or SchemaKind.Operation or SchemaKind.Api;

    private HashSet<string> Reserved => IsPayload ? ReservedInPayloads : ReservedNames;

    /// <summary>Adds to a member what payloads know of it.</summary>
    private MemberModel AsPayload(MemberModel member, SchemaNode schema, ObjectDraft draft, HashSet<string> required)
    {
        string? constant = ConstantOf(schema, draft, member.WireName);
        bool isRequired = required.Contains(member.WireName);
        return member with
        {
            Default = isRequired && schema.Json["default"] is { } value && IsDefault(value, member.Type) ? value.Text : null,
            Constant = constant,
            Type = constant is null ? member.Type : new MemberType { Shape = MemberShape.Text, Forms = ScalarForms.String },
            IsRequired = isRequired,
            Limit = constant is null ? LimitOf(schema) : null,
        };
    }

    /// <summary>Whether a default can be printed as the initial value of a property.</summary>
    private static bool IsDefault(JsonNode value, MemberType type) => value.Kind switch
    {
        JsonNodeKind.Number => type.Shape is MemberShape.Integer or MemberShape.Decimal,
        JsonNodeKind.String => type.Shape is MemberShape.Text or MemberShape.Id,
        JsonNodeKind.True or JsonNodeKind.False => type.Shape is MemberShape.Boolean,
        _ => false,
    };

    /// <summary>A variant cannot have a constant where the union has a property: the two would be written both.</summary>
    private void CheckRefinement(ObjectDraft draft, SchemaProperty property)
    {
        int slot = draft.SlotOf(property.Name);
        if (IsPayload && slot >= 0 && draft.Members[slot].Constant is null && ConstantOf(property.Schema, draft, property.Name) is not null)
        {
            _problems.Add(SchemaRules.NameClash, property.NameSpan, property.Name, "a member of the union; describe it in the variants only");
        }
    }

    /// <summary>The text that a member always has: that of <c>const</c>, or the first spelling of what tells variants apart.</summary>
    private static string? ConstantOf(SchemaNode schema, ObjectDraft draft, string name) =>
        schema.Reference is null && (schema.IsConst || IsSpelling(schema, draft, name)) ? schema.Values[0].Text : null;

    /// <summary>Whether a member tells a variant apart by several spellings; it is no enumeration then and needs no name.</summary>
    private static bool IsSpelling(SchemaNode schema, ObjectDraft draft, string name) =>
        draft.VariantOf is not null && draft.Discriminators.Contains(name) && schema is { Reference: null, IsConst: false, Name: null, Values.Count: > 0 };

    /// <summary>The names that an object requires, those of <c>allOf</c> included.</summary>
    private HashSet<string> RequiredOf(SchemaNode schema)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SchemaNode>([schema]);
        var seen = new HashSet<SchemaNode>();
        while (open.Count > 0)
        {
            SchemaNode current = open.Pop();
            if (!seen.Add(current))
            {
                continue;
            }

            names.UnionWith(current.Json["required"]?.Items.Select(static i => i.Text) ?? []);
            foreach (SchemaNode part in current.AllOf)
            {
                if (Follow(part) is { } target)
                {
                    open.Push(target);
                }
            }
        }

        return names;
    }

    /// <summary>Looks at what <c>required</c> names: members of the object, or of the union that it is a variant of.</summary>
    private void CheckRequired(ObjectDraft draft, SchemaNode schema)
    {
        foreach (JsonNode name in schema.Json["required"]?.Items ?? [])
        {
            if (name.Kind is JsonNodeKind.String && draft.SlotOf(name.Text) < 0)
            {
                _problems.Add(SchemaRules.PathNotFound, name.Span, name.Text, "required", $"is no member of '{draft.Name}'");
            }
        }
    }

    /// <summary>The limits of a schema; of what another file defines they are known when it is linked.</summary>
    private LimitModel? LimitOf(SchemaNode schema)
    {
        if (Follow(schema) is not { } target)
        {
            return null;
        }

        SchemaNode? element = target.Items ?? target.AdditionalProperties;
        return new LimitModel
        {
            MinLength = Number(target, "minLength"),
            MaxLength = Number(target, "maxLength"),
            Pattern = target.Json["pattern"] is { Kind: JsonNodeKind.String } pattern ? PatternOf(pattern) : null,
            MinItems = Number(target, "minItems"),
            MaxItems = Number(target, "maxItems"),
            Minimum = Decimal(target, "minimum"),
            Maximum = Decimal(target, "maximum"),
            Element = element is null || element == target ? null : LimitOf(element),
        }.OrNull();

        static int? Number(SchemaNode schema, string keyword) =>
            schema.Json[keyword] is { Kind: JsonNodeKind.Number } number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

        static decimal? Decimal(SchemaNode schema, string keyword) =>
            schema.Json[keyword] is { Kind: JsonNodeKind.Number } number && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
    }

    /// <summary>The pattern; null, and reported, when it is none that can be checked.</summary>
    private string? PatternOf(JsonNode pattern)
    {
        try
        {
            _ = new System.Text.RegularExpressions.Regex(pattern.Text, System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return pattern.Text;
        }
        catch (ArgumentException)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, pattern.Span, "pattern", "an expression that .NET can read");
            return null;
        }
    }

    /// <summary>What the object is as a payload, when all its members are known.</summary>
    private void FinishPayload(ObjectDraft draft, SchemaNode schema, int inherited)
    {
        CheckRequired(draft, schema);
        HashSet<string> required = RequiredOf(schema);
        SchemaExtension? extension = schema.Extension is null || schema == _root ? null : new SchemaExtension(schema.Extension, _problems);
        draft.Payload = new PayloadModel
        {
            RequiredOfUnion = draft.Members.Take(inherited).Where(m => !m.IsRequired && required.Contains(m.WireName)).Select(static m => m.WireName).ToEquatableArray(),
            Rules = extension is null ? default : BuildRules(draft, extension).ToEquatableArray(),
            Create = extension?.Object("create") is { } create ? BuildShorthand(draft, create, "of a shorthand", "name", "parameters") : null,
            Reply = extension?.Object("reply") is { } reply ? BuildReply(draft, reply) : null,
            Conversation = extension?.Object("conversation") is { } conversation ? BuildConversation(draft, conversation) : null,
        };
    }

    /// <summary>Gives other files the objects, enumerations and limits that their paths may pass.</summary>
    private List<SchemaExport> ExportPayloads(List<SchemaExport> exports, EquatableArray<ObjectModel> objects)
    {
        var objectsByName = objects.ToDictionary(o => FullName(o.Name), StringComparer.Ordinal);
        var enumsByName = _enums.ToDictionary(e => FullName(e.Name), StringComparer.Ordinal);
        var all = exports.Select(e => e with
        {
            Payload = e.Type is { Shape: MemberShape.Object, TypeName: { } name } && objectsByName.TryGetValue(name, out ObjectModel? found) ? found : null,
            Enum = e.Type is { Shape: MemberShape.Enum, TypeName: { } text } && enumsByName.TryGetValue(text, out EnumModel? values) ? values : null,
            Limit = LimitOf(_definitions[e.Address.Substring(AddressOf(string.Empty).Length)].Schema),
        }).ToList();

        // What is described in place has no name under $defs, but paths pass it too.
        var named = new HashSet<string>(all.Where(static e => e.Payload is not null || e.Enum is not null).Select(static e => e.Type.TypeName!), StringComparer.Ordinal);
        all.AddRange(objects.Where(o => !named.Contains(FullName(o.Name))).Select(o => new SchemaExport
        {
            Address = _id.AbsoluteUri + o.Pointer,
            Type = new MemberType { Shape = MemberShape.Object, TypeName = FullName(o.Name) },
            Payload = o,
        }));
        all.AddRange(_enums.Where(e => !named.Contains(FullName(e.Name))).Select(e => new SchemaExport
        {
            Address = _id.AbsoluteUri + e.Pointer,
            Type = new MemberType { Shape = MemberShape.Enum, TypeName = FullName(e.Name) },
            Enum = e,
        }));
        return all;
    }
}
