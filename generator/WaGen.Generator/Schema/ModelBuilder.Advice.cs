using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What a schema advises users about, for analyzers.</summary>
internal sealed partial class ModelBuilder
{
    private const string DeprecatedWithoutNote = "The provider has moved on.";

    /// <summary>The advice that something is deprecated; none when it is not.</summary>
    private EquatableArray<AdviceModel> DeprecationOf(bool isDeprecated, SchemaExtension? extension, string? description)
    {
        string? instead = extension?.Optional("instead");
        if (isDeprecated)
        {
            return [new AdviceModel(AdviceTopic.Deprecated, instead ?? description ?? DeprecatedWithoutNote)];
        }

        foreach (JsonMember member in (extension?.Json.Members ?? []).Where(static m => m.Name is "instead"))
        {
            _problems.Add(SchemaRules.MisplacedKeyword, member.NameSpan, member.Name, "on what is not deprecated", "add 'deprecated' or remove it");
        }

        return default;
    }

    /// <summary>Finds the members that <c>key</c> names, when all members of the object are known.</summary>
    private void AddKeys(ObjectDraft draft, SchemaNode schema, int firstOwn)
    {
        for (int slot = firstOwn; slot < draft.Members.Count; slot++)
        {
            MemberModel member = draft.Members[slot];
            JsonNode? json = OwnProperty(schema, member.WireName)?.Extension;
            if (json?["key"] is not { } place || new SchemaExtension(json, _problems).Optional("key") is not { } key)
            {
                continue;
            }

            int target = draft.SlotOf(key);
            string? problem = target < 0 ? $"is no member of '{draft.Name}'"
                : target == slot ? "is the member itself"
                : draft.Members[target].Type.Shape is not (MemberShape.Text or MemberShape.Id or MemberShape.Integer or MemberShape.External) ? "is neither a text nor a number"
                : null;
            if (problem is null)
            {
                draft.Members[slot] = member with { Advice = [.. member.Advice, new AdviceModel(AdviceTopic.Key, draft.Members[target].ClrName)] };
            }
            else
            {
                _problems.Add(SchemaRules.PathNotFound, place.Span, key, "key", problem);
            }
        }
    }

    /// <summary>What the handler method of a variant says: what its type says, and its role among the variants.</summary>
    private EquatableArray<AdviceModel> AdviceOfVariant(ObjectDraft draft, ObjectDraft union)
    {
        if (draft.Schema.Extension is not { } json || new SchemaExtension(json, _problems).Optional("role") is not { } role)
        {
            return draft.Advice;
        }

        AdviceTopic? topic = role switch
        {
            "failure" => AdviceTopic.Failure,
            "fallback" => AdviceTopic.Fallback,
            _ => null,
        };
        if (topic is null)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, json["role"]!.Span, "role", "failure or fallback");
            return draft.Advice;
        }

        return [.. draft.Advice, new AdviceModel(topic.Value, $"On{union.Handler}Async")];
    }

    /// <summary>Reports roles of variants that no handler gets by themselves.</summary>
    private void CheckRoles()
    {
        foreach (ObjectDraft draft in _objects.Where(d => d.VariantOf is { } union && _objectsByFullName[FullName(union)].Event is null))
        {
            foreach (JsonMember role in (draft.Schema.Extension?.Members ?? []).Where(static m => m.Name is "role"))
            {
                _problems.Add(SchemaRules.MisplacedKeyword, role.NameSpan, role.Name, "on a variant that is no event", "remove it");
            }
        }
    }

    /// <summary>Lets the lists that lookups search say so: those of the value at the context, those inside of objects where they are.</summary>
    private void AddLookups(ObjectDraft value, List<EventGroupModel> groups)
    {
        foreach (LookupModel lookup in groups.SelectMany(static g => g.Lookups))
        {
            ObjectDraft owner = value;
            foreach (int slot in lookup.OwnerSlots)
            {
                owner = _objectsByFullName[owner.Members[slot].Type.TypeName!];
            }

            MemberModel list = owner.Members[lookup.ListSlot];
            var advice = new AdviceModel(AdviceTopic.Lookup, lookup.ClrName);
            if (!list.Advice.Contains(advice))
            {
                owner.Members[lookup.ListSlot] = list with { Advice = [.. list.Advice, advice] };
            }
        }
    }
}
