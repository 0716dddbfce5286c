using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Objects and their members.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>Members that every printed view has.</summary>
    private static readonly HashSet<string> ReservedNames = new(StringComparer.Ordinal)
    {
        "IsPresent", "Json", "Detach", "Parse", "GetContext", "WriteWebhookTo", "WriteTo",
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "_view",
    };

    private readonly List<ObjectDraft> _objects = [];
    private readonly Dictionary<string, ObjectDraft> _objectsByFullName = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaNode, ObjectDraft> _objectsByNode = [];

    private MemberType BuildObject(SchemaNode schema, string? definitionName, JsonNode place, Provenance outer)
    {
        string? name = (schema == _root ? null : schema.Name) ?? definitionName;
        if (name is null)
        {
            _problems.Add(SchemaRules.InvalidName, schema.Json.Span, string.Empty, "an object with members needs a name of its own");
            return MemberType.Raw;
        }

        Extension(schema, "of an object", KeysOfObject(definitionName is not null, schema.Branches.Count > 0));
        if (!TakeObjectName(name, (schema == _root ? null : schema.Extension?["name"]) ?? place))
        {
            return MemberType.Raw;
        }

        ObjectDraft draft = StartObject(schema, name, outer);
        AddMembers(draft, schema);
        if (schema.Branches.Count > 0)
        {
            BuildUnion(draft, schema);
        }

        return _types[schema];
    }

    private string[] KeysOfObject(bool isDefinition, bool isUnion)
    {
        string[] keys = IsPayload ? ["name", "instead", "rules", "create"] : isDefinition ? ["name", "handler", "instead"] : ["name", "aliases", "handler", "instead"];
        return !isUnion ? keys : IsPayload ? [.. keys, "discriminators", "conversation"] : [.. keys, "discriminators"];
    }

    /// <summary>Takes the name of a view; false, and reported, when a type cannot have it.</summary>
    private bool TakeObjectName(string name, JsonNode place)
    {
        if (!Reserved.Contains(name))
        {
            return TakeTypeName(name, place, "another type of this file");
        }

        _problems.Add(SchemaRules.InvalidName, place.Span, name, $"every {(IsPayload ? "payload" : "view")} has a member of that name");
        return false;
    }

    /// <summary>Registers an object before its members are looked at, so that they may lead back to it.</summary>
    private ObjectDraft StartObject(SchemaNode schema, string name, Provenance outer)
    {
        SchemaExtension? extension = schema.Extension is null || schema == _root ? null : new SchemaExtension(schema.Extension, _problems);
        var draft = new ObjectDraft(schema, name, (extension?.Provenance ?? Provenance.None).Over(outer));
        draft.Handler = extension?.Optional("handler") ?? name;
        if (!ClrNames.IsValid("On" + draft.Handler))
        {
            _problems.Add(SchemaRules.InvalidName, extension!.Json["handler"]!.Span, draft.Handler, "it is no part of a C# identifier");
            draft.Handler = name;
        }

        draft.Pointer = PointerOf(schema);
        draft.Advice = DeprecationOf(schema.IsDeprecated && schema != _root, extension, schema.Description);
        _objects.Add(draft);
        _objectsByFullName.Add(FullName(name), draft);
        _objectsByNode[schema] = draft;
        _types[schema] = new MemberType { Shape = MemberShape.Object, TypeName = FullName(name) };
        return draft;
    }

    private void AddMembers(ObjectDraft draft, SchemaNode schema)
    {
        var inheritedNames = new HashSet<string>(draft.Members.SelectMany(static m => m.Aliases.Append(m.WireName)), StringComparer.Ordinal);
        var wireNames = new HashSet<string>(inheritedNames, StringComparer.Ordinal);
        var ownNames = new HashSet<string>(StringComparer.Ordinal);
        var clrNames = new HashSet<string>(StringComparer.Ordinal) { draft.Name };
        clrNames.UnionWith(NamesOfRole(draft));
        foreach (MemberModel inherited in draft.Members)
        {
            clrNames.UnionWith(inherited.PrintedNames(IsPayload));
        }

        HashSet<string> required = IsPayload ? RequiredOf(schema) : [];

        int firstOwn = draft.Members.Count;
        foreach (SchemaProperty property in PropertiesOf(schema))
        {
            // A member that the union or allOf has already is only made more precise here.
            if (inheritedNames.Contains(property.Name) || !ownNames.Add(property.Name))
            {
                CheckRefinement(draft, property);
                continue;
            }

            if (!wireNames.Add(property.Name))
            {
                _problems.Add(SchemaRules.NameClash, property.NameSpan, property.Name, $"another member of '{draft.Name}' on the wire");
                continue;
            }

            MemberModel member = BuildMember(property, draft, required);
            if (AcceptNames(draft, member, property, clrNames, wireNames))
            {
                draft.Members.Add(member);
            }
        }

        if (IsPayload)
        {
            FinishPayload(draft, schema, firstOwn);
        }
        else
        {
            AddKeys(draft, schema, firstOwn);
        }
    }

    private MemberModel BuildMember(SchemaProperty property, ObjectDraft draft, HashSet<string> required)
    {
        SchemaNode schema = property.Schema;
        Provenance outer = draft.Provenance;
        MemberType type = IsPayload && IsSpelling(schema, draft, property.Name) ? MemberType.Raw : TypeOf(schema, null, schema.Json, outer);
        bool namesItsType = schema.Reference is null && type.Shape is (MemberShape.Object or MemberShape.Enum);
        SchemaExtension? extension = schema.Extension is null ? null : new SchemaExtension(schema.Extension, _problems);
        if (extension is not null && _checkedExtensions.Add(extension.Json))
        {
            extension.AllowOnly("of a member", IsPayload ? ["name", "instead"] : ["name", "aliases", "instead", "key"]);
        }

        string? description = schema.Description ?? Follow(schema)?.Description;
        var member = new MemberModel
        {
            WireName = property.Name,
            Aliases = extension?.Texts("aliases").Select(static a => a.Text).ToEquatableArray() ?? default,
            ClrName = (namesItsType ? null : extension?.Optional("name")) ?? ClrNames.Pascal(property.Name),
            Type = type,
            Description = description,
            Provenance = (extension?.Provenance ?? Provenance.None).Over(outer),
            Advice = DeprecationOf(schema.IsDeprecated, extension, description),
            IsConst = schema.IsConst,
        };
        return IsPayload ? AsPayload(member, schema, draft, required) : member;
    }

    private bool AcceptNames(ObjectDraft draft, MemberModel member, SchemaProperty property, HashSet<string> clrNames, HashSet<string> wireNames)
    {
        TextSpan place = property.Schema.Extension?["name"]?.Span ?? property.NameSpan;
        if (member.Constant is not null)
        {
            return true;
        }

        if (!ClrNames.IsValid(member.ClrName))
        {
            _problems.Add(SchemaRules.InvalidName, place, member.ClrName, "it is no C# identifier");
            return false;
        }

        if (string.Equals(member.ClrName, draft.Name, StringComparison.Ordinal))
        {
            _problems.Add(SchemaRules.InvalidName, place, member.ClrName, "a member cannot be named like its type");
            return false;
        }

        string? taken = member.PrintedNames(IsPayload).FirstOrDefault(n => Reserved.Contains(n) || !clrNames.Add(n));
        if (taken is not null)
        {
            bool reserved = Reserved.Contains(taken) || NamesOfRole(draft).Contains(taken, StringComparer.Ordinal);
            _problems.Add(
                reserved ? SchemaRules.InvalidName : SchemaRules.NameClash,
                place,
                taken,
                reserved ? $"its {(IsPayload ? "type" : "view")} has a member of that name" : $"another member of '{draft.Name}'");
            return false;
        }

        foreach (string alias in member.Aliases.Where(a => !wireNames.Add(a)))
        {
            _problems.Add(SchemaRules.NameClash, place, alias, $"another member of '{draft.Name}' on the wire");
            return false;
        }

        return true;
    }

    /// <summary>Members that a view has because it is a union or a variant.</summary>
    private IEnumerable<string> NamesOfRole(ObjectDraft draft)
    {
        if (IsPayload)
        {
            yield break;
        }

        if (draft.VariantOf is not null)
        {
            yield return "As" + draft.VariantOf;
        }

        if (draft.Schema.Branches.Count > 0)
        {
            yield return "Choose";
        }
    }

    private EquatableArray<ObjectModel> FinishObjects(FieldModel? field)
    {
        if (field is not null)
        {
            foreach (EventGroupModel group in field.Groups)
            {
                AssignEvent(group.TypeName, group.FirstEvent, group.EventCount, field.ClrName);
                for (int i = 0; i < group.Variants.Length; i++)
                {
                    if (group.Variants[i].HasOwnType)
                    {
                        AssignEvent(group.Variants[i].TypeName, group.FirstEvent + i, 1, field.ClrName);
                    }
                }
            }
        }

        if (!_problems.Any)
        {
            CheckHandlers();
            CheckRoles();
        }

        return _objects.Where(static o => !o.IsPlainVariant).Select(static o => o.Finish()).ToEquatableArray();
    }

    private void CheckHandlers()
    {
        foreach (ObjectDraft draft in _objects.Where(d => d is { Event: null, VariantOf: null } && d.Schema != _root))
        {
            foreach (JsonMember handler in (draft.Schema.Extension?.Members ?? []).Where(static m => m.Name is "handler"))
            {
                SchemaExtension.ReportKey(_problems, handler, "of an object that is neither an event nor a variant");
            }
        }
    }

    private void AssignEvent(string fullName, int firstEvent, int count, string fieldName)
    {
        if (_objectsByFullName.TryGetValue(fullName, out ObjectDraft? draft))
        {
            draft.Event = new EventRole
            {
                FieldClass = FullName(fieldName + "Field"),
                ContextType = FullName(fieldName + "Context"),
                FirstEvent = firstEvent,
                EventCount = count,
            };
        }
    }
}
