using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What a field schema says about events.</summary>
internal sealed partial class ModelBuilder
{
    private FieldModel? BuildField()
    {
        _extension.AllowOnly("of a field file", "kind", "namespace", "envelope", "field", "aliases", "name", "events", "discriminators");
        string? field = _extension.Required("field");
        string? name = _extension.Required("name");
        string? envelope = _extension.Required("envelope");
        if (field is null || name is null || envelope is null)
        {
            return null;
        }

        foreach (string suffix in new[] { "Field", "Context" })
        {
            if (!TakeTypeName(name + suffix, _root.Extension!["name"]!, "a generated type of the field"))
            {
                return null;
            }
        }

        if (!TakeTypeName($"I{name}Handler", _root.Extension!["name"]!, "the handler interface of the field"))
        {
            return null;
        }

        if (!Uri.TryCreate(_id, envelope, out Uri? envelopeAddress))
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, _root.Extension["envelope"]!.Span, "envelope", "the $id of an envelope");
            return null;
        }

        string envelopeId = envelopeAddress.AbsoluteUri;
        _envelopeId = envelopeId;
        _references.Add(new SchemaReference { Address = envelopeId, IsEnvelope = true, Place = _problems.Place(_root.Extension!["envelope"]!.Span) });
        IReadOnlyList<JsonNode> aliases = _extension.Texts("aliases");
        foreach (JsonNode wireName in aliases.Append(_root.Extension["field"]!))
        {
            Claim(ClaimKind.FieldName, $"{envelopeId} {wireName.Text}", wireName.Span, wireName.Text);
        }

        MemberType valueType = TypeOf(_root, name + "Value", _root.Extension["name"]!, _provenance);
        if (valueType.Shape is not MemberShape.Object || !_objectsByFullName.TryGetValue(valueType.TypeName!, out ObjectDraft? value))
        {
            _problems.Add(SchemaRules.NotASchema, _root.Json.Span, "The root of a field file must describe an object, or refer to one of this file");
            return null;
        }

        List<EventGroupModel> groups = BuildGroups(value);
        AddLookups(value, groups);
        bool isEvent = groups.Exists(static g => g.Slots.IsEmpty);
        value.IsInternal = !isEvent && string.Equals(value.Name, name + "Value", StringComparison.Ordinal);
        return new FieldModel
        {
            Name = field,
            Aliases = aliases.Select(static a => a.Text).ToEquatableArray(),
            ClrName = name,
            Description = _root.Description,
            Provenance = _provenance,
            EnvelopeId = envelopeId,
            ValueType = valueType.TypeName!,
            Groups = groups.ToEquatableArray(),
            Context = isEvent ? default : ContextOf(value, groups).ToEquatableArray(),
        };
    }

    private List<EventGroupModel> BuildGroups(ObjectDraft value)
    {
        var groups = new List<EventGroupModel>();
        var handlers = new HashSet<string>(StringComparer.Ordinal);
        int firstEvent = 0;
        foreach (SchemaExtension json in _extension.Objects("events"))
        {
            json.AllowOnly("of an event", "path", "identity", "order", "lookups", "conversation");
            if (BuildGroup(json, value, groups, firstEvent) is not { } group)
            {
                continue;
            }

            string? taken = group.Variants.Select(static v => v.Handler).Append(group.Handler).FirstOrDefault(h => !handlers.Add(h));
            if (taken is not null)
            {
                _problems.Add(SchemaRules.NameClash, json.Json.Span, $"On{taken}Async", "another handler method of the field");
                continue;
            }

            groups.Add(group);
            firstEvent += group.EventCount;
        }

        if (_extension.Json["events"] is not { } events || events is { Kind: JsonNodeKind.Array, Items.Count: 0 })
        {
            _problems.Add(SchemaRules.NotASchema, _root.Extension!.Span, "A field needs at least one event in x-wagen.events");
        }

        return groups;
    }

    private EventGroupModel? BuildGroup(SchemaExtension json, ObjectDraft value, List<EventGroupModel> earlier, int firstEvent)
    {
        string? path = json.Required("path");
        if (path is null)
        {
            return null;
        }

        ObjectDraft item = value;
        var slots = new List<int>();
        var names = new List<string>();
        foreach (string segment in path.Length == 0 ? [] : path.Split('.'))
        {
            if (StepOf(item, segment) is not { } slot || !_objectsByFullName.TryGetValue(item.Members[slot].Type.TypeName!, out ObjectDraft? next))
            {
                _problems.Add(SchemaRules.PathNotFound, json.Json["path"]!.Span, path, "an event", $"does not lead to an array of objects that this file defines (at '{segment}')");
                return null;
            }

            slots.Add(slot);
            names.Add(earlier.Exists(g => g.Slots.Take(slots.Count).SequenceEqual(slots)) ? string.Empty : NamesOf(item.Members[slot]));
            item = next;
        }

        if (path.Length > 0 && !path.EndsWith("[]", StringComparison.Ordinal))
        {
            _problems.Add(SchemaRules.PathNotFound, json.Json["path"]!.Span, path, "an event", "leads to an object and not to the elements of an array");
            return null;
        }

        var lookups = BuildLookups(json, value, item).ToList();
        return new EventGroupModel
        {
            Path = path,
            Slots = slots.ToEquatableArray(),
            StepNames = string.Join(".", names),
            TypeName = FullName(item.Name),
            Handler = item.Handler,
            Description = item.Schema.Description,
            Advice = item.Advice,
            Variants = item.Union?.Variants ?? default,
            FirstEvent = firstEvent,
            Identity = SlotPaths(json, "identity", item),
            Order = SlotPaths(json, "order", item),
            Lookups = lookups.ToEquatableArray(),
            Conversation = BuildConversation(json, value, item, lookups),
        };

        static string NamesOf(MemberModel member) => string.Join("|", member.Aliases.Prepend(member.WireName));
    }

    /// <summary>The slot that a step of a path goes through: an array of objects when brackets follow the name, else an object.</summary>
    private static int? StepOf(ObjectDraft owner, string segment)
    {
        bool isArray = segment.EndsWith("[]", StringComparison.Ordinal);
        int slot = owner.SlotOf(isArray ? segment.Substring(0, segment.Length - "[]".Length) : segment);
        return slot >= 0 && owner.Members[slot].Type.Shape == (isArray ? MemberShape.List : MemberShape.Object) ? slot : null;
    }
}
