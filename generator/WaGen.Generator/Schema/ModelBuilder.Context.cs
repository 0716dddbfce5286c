using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What a field says about its events beside their type: keys, and what their context shows.</summary>
internal sealed partial class ModelBuilder
{
    private static readonly string[] ContextNames = ["Delivery", "Unhandled", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "ReadConversation", "_item"];

    /// <summary>Stands before a member of the envelope.</summary>
    private const string OuterMark = "^";

    private readonly Dictionary<string, LookupModel> _lookups = new(StringComparer.Ordinal);
    private string _envelopeId = string.Empty;

    private EquatableArray<SlotPath> SlotPaths(SchemaExtension json, string key, ObjectDraft item)
    {
        var paths = new List<SlotPath>();
        foreach (JsonNode path in json.Texts(key))
        {
            if (path.Text.StartsWith(OuterMark, StringComparison.Ordinal))
            {
                string member = path.Text.Substring(OuterMark.Length);
                _references.Add(new SchemaReference { Address = _envelopeId, IsEnvelope = true, EnvelopeMember = member, Place = _problems.Place(path.Span) });
                paths.Add(new SlotPath { Slots = default, Outer = member });
                continue;
            }

            var slots = new List<int>();
            ObjectDraft? current = item;
            MemberType type = MemberType.Raw;
            foreach (string name in path.Text.Split('.'))
            {
                int slot = current?.SlotOf(name) ?? -1;
                if (slot < 0)
                {
                    slots.Clear();
                    break;
                }

                slots.Add(slot);
                type = current!.Members[slot].Type;
                current = type is { Shape: MemberShape.Object, TypeName: { } typeName } && _objectsByFullName.TryGetValue(typeName, out ObjectDraft? next) ? next : null;
            }

            if (slots.Count == 0)
            {
                _problems.Add(SchemaRules.PathNotFound, path.Span, path.Text, key, $"is no common member of '{item.Name}'");
            }
            else if (type.Shape is MemberShape.Object or MemberShape.Map or MemberShape.TextMap || (IsArray(type) && key is not "identity"))
            {
                _problems.Add(SchemaRules.PathNotFound, path.Span, path.Text, key, key is "identity" ? "leads to an object; name its members" : "leads to an object or an array, which tells no events apart");
            }
            else
            {
                paths.Add(new SlotPath { Slots = slots.ToEquatableArray(), IsArray = IsArray(type) });
            }
        }

        return paths.ToEquatableArray();

        static bool IsArray(MemberType type) => type.Shape is MemberShape.List or MemberShape.TextList || type is { Shape: MemberShape.External, Around: MemberShape.List };
    }

    private IEnumerable<LookupModel> BuildLookups(SchemaExtension json, ObjectDraft value, ObjectDraft item)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SchemaExtension lookupJson in json.Objects("lookups"))
        {
            if (BuildLookup(lookupJson, value, item) is not { } lookup)
            {
                continue;
            }

            TextSpan place = lookupJson.Json["name"]!.Span;
            if (!ClrNames.IsValid(lookup.ClrName))
            {
                _problems.Add(SchemaRules.InvalidName, place, lookup.ClrName, "it is no C# identifier");
            }
            else if (ReservedContextNames().Contains(lookup.ClrName, StringComparer.Ordinal))
            {
                _problems.Add(SchemaRules.InvalidName, place, lookup.ClrName, "the context has a member of that name");
            }
            else if (!names.Add(lookup.ClrName) || (_lookups.TryGetValue(lookup.ClrName, out LookupModel? other) && other.ListType != lookup.ListType))
            {
                _problems.Add(SchemaRules.NameClash, place, lookup.ClrName, "another lookup, which finds something else");
            }
            else
            {
                _lookups[lookup.ClrName] = lookup;
                Claim(ClaimKind.ContextMember, lookup.ClrName, lookupJson.Json["name"]!.Span, lookup.ClrName);
                yield return lookup;
            }
        }
    }

    private LookupModel? BuildLookup(SchemaExtension json, ObjectDraft value, ObjectDraft item)
    {
        json.AllowOnly("of a lookup", "name", "description", "in", "match");
        string? name = json.Required("name");
        string? list = json.Required("in");
        if (name is null || list is null)
        {
            return null;
        }

        var owners = new List<int>();
        ObjectDraft owner = value;
        string[] steps = list.Split('.');
        foreach (string step in steps.Take(steps.Length - 1))
        {
            if (StepOf(owner, step) is { } through && _objectsByFullName.TryGetValue(owner.Members[through].Type.TypeName!, out ObjectDraft? next))
            {
                owners.Add(through);
                owner = next;
            }
            else
            {
                _problems.Add(SchemaRules.PathNotFound, json.Json["in"]!.Span, list, "a lookup", $"does not lead through objects that this file defines (at '{step}')");
                return null;
            }
        }

        int slot = owner.SlotOf(steps[steps.Length - 1]);
        if (slot < 0 || owner.Members[slot].Type is not { } type || !(type.Shape is MemberShape.List || type is { Shape: MemberShape.External, Around: MemberShape.List }))
        {
            _problems.Add(SchemaRules.PathNotFound, json.Json["in"]!.Span, list, "a lookup", "is no array of objects of the value");
            return null;
        }

        return new LookupModel
        {
            ClrName = name,
            Description = json.Optional("description"),
            OwnerSlots = owners.ToEquatableArray(),
            ListSlot = slot,
            ListType = type,
            Pairs = BuildPairs(json, type, item).ToEquatableArray(),
        };
    }

    private List<LookupPair> BuildPairs(SchemaExtension json, MemberType list, ObjectDraft item)
    {
        if (json.Json["match"] is not { } match || match is { Kind: JsonNodeKind.Array, Items.Count: 0 })
        {
            _problems.Add(SchemaRules.NotASchema, json.Json.Span, "'match' of a lookup needs at least one pair");
        }

        _objectsByFullName.TryGetValue(list.TypeName ?? string.Empty, out ObjectDraft? elements);
        var pairs = new List<LookupPair>();
        foreach (SchemaExtension pair in json.Objects("match"))
        {
            pair.AllowOnly("of a match", "element", "event");
            string? element = pair.Required("element");
            string? eventMember = pair.Required("event");
            int eventSlot = eventMember is null ? -1 : item.SlotOf(eventMember);
            if (eventMember is not null && eventSlot >= 0 && item.Members[eventSlot].Type.Shape is (MemberShape.Object or MemberShape.List or MemberShape.TextList or MemberShape.Map or MemberShape.TextMap or MemberShape.Raw))
            {
                _problems.Add(SchemaRules.PathNotFound, pair.Json["event"]!.Span, eventMember!, "a lookup", "is neither a text nor a number");
            }
            else if (eventMember is not null && eventSlot < 0)
            {
                _problems.Add(SchemaRules.PathNotFound, pair.Json["event"]!.Span, eventMember, "a lookup", $"is no common member of '{item.Name}'");
            }
            else if (element is not null && elements is not null && elements.SlotOf(element) < 0)
            {
                _problems.Add(SchemaRules.PathNotFound, pair.Json["element"]!.Span, element, "a lookup", $"is no common member of '{elements.Name}'");
            }
            else if (element is not null && eventMember is not null)
            {
                pairs.Add(new LookupPair { Element = element, EventSlot = eventSlot });
            }
        }

        return pairs;
    }

    /// <summary>The members of the value that are no arrays on the way to events.</summary>
    private IEnumerable<ContextMemberModel> ContextOf(ObjectDraft value, List<EventGroupModel> groups)
    {
        var names = new HashSet<string>(ReservedContextNames(), StringComparer.Ordinal);
        foreach (LookupModel lookup in groups.SelectMany(static g => g.Lookups))
        {
            names.Add(lookup.ClrName);
            names.Add("Find" + lookup.ClrName);
        }

        for (int slot = 0; slot < value.Members.Count; slot++)
        {
            MemberModel member = value.Members[slot];
            if (member.Type.Shape is MemberShape.List && groups.Exists(g => g.Slots.Length > 0 && g.Slots[0] == slot))
            {
                continue;
            }

            SchemaProperty? property = PropertiesOf(value.Schema).Find(p => string.Equals(p.Name, member.WireName, StringComparison.Ordinal));
            TextSpan place = property?.Schema.Extension?["name"]?.Span ?? property?.NameSpan ?? value.Schema.Json.Span;
            if (member.PrintedNames().Any(n => !names.Add(n)))
            {
                _problems.Add(SchemaRules.InvalidName, place, member.ClrName, "the context has a member of that name");
                continue;
            }

            Claim(ClaimKind.ContextMember, member.ClrName, place, member.ClrName);
            yield return new ContextMemberModel { Slot = slot, Member = member };
        }
    }

    private IEnumerable<string> ReservedContextNames() => ContextNames.Append(_extension.Json["name"]!.Text + "Context");
}
