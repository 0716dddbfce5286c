using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What an envelope schema says about the way to the values.</summary>
internal sealed partial class ModelBuilder
{
    private EnvelopeModel? BuildEnvelope()
    {
        _extension.AllowOnly("of an envelope file", "kind", "namespace", "name", "product", "path", "field", "value", "entryId");
        string? name = _extension.Required("name");
        string? path = _extension.Required("path");
        string? field = _extension.Required("field");
        string? value = _extension.Required("value");
        if (name is null || path is null || field is null || value is null)
        {
            return null;
        }

        JsonNode place = _root.Extension!["name"]!;
        if (!TakeTypeName(name + "Contract", place, "the contract") || !TakeTypeName($"I{name}Handler", place, "the handler interface of the contract"))
        {
            return null;
        }

        MemberType rootType = TypeOf(_root, name + "Envelope", place, _provenance);
        if (rootType.Shape is not MemberShape.Object)
        {
            _problems.Add(SchemaRules.NotASchema, _root.Json.Span, "The root of an envelope file must describe an object");
            return null;
        }

        List<EnvelopeLevel>? levels = BuildLevels(_objectsByFullName[rootType.TypeName!], path, value);
        if (levels is null)
        {
            return null;
        }

        ObjectDraft change = _objectsByFullName[FullName(levels[levels.Count - 1].TypeName)];
        (int idLevel, int idSlot) = BuildEntryId(levels);
        SchemaExtension? product = _extension.Object("product");
        product?.AllowOnly("of a product", "member", "value");
        string? productMember = product?.Required("member");
        string? productValue = product?.Required("value");
        return new EnvelopeModel
        {
            Name = name,
            Description = _root.Description,
            Provenance = _provenance,
            ProductMember = productValue is null ? null : productMember,
            ProductValue = productValue,
            Levels = levels.ToEquatableArray(),
            FieldSlot = change.SlotOf(field),
            ValueSlot = change.SlotOf(value),
            EntryIdLevel = idLevel,
            EntryIdSlot = idSlot,
        };
    }

    /// <summary>The objects from the root to the change; members on the way are walked and get no property.</summary>
    private List<EnvelopeLevel>? BuildLevels(ObjectDraft root, string path, string valueMember)
    {
        var levels = new List<EnvelopeLevel> { LevelOf(root, null, slot: -1, isArray: false) };
        var types = new HashSet<string>(StringComparer.Ordinal) { root.Name };
        var names = new HashSet<string>(ContextNames, StringComparer.Ordinal);
        ObjectDraft current = root;
        foreach (string segment in path.Length == 0 ? [] : path.Split('.'))
        {
            bool isArray = segment.EndsWith("[]", StringComparison.Ordinal);
            string wireName = isArray ? segment.Substring(0, segment.Length - 2) : segment;
            int slot = current.SlotOf(wireName);
            MemberShape shape = isArray ? MemberShape.List : MemberShape.Object;
            if (slot < 0 || current.Members[slot].Type is not { TypeName: { } type } found || found.Shape != shape || !_objectsByFullName.TryGetValue(type, out ObjectDraft? next))
            {
                _problems.Add(SchemaRules.PathNotFound, _root.Extension!["path"]!.Span, path, "an envelope", $"does not lead to objects that this file defines (at '{segment}')");
                return null;
            }

            MemberModel member = current.Members[slot];
            if (!types.Add(next.Name) || !names.Add(member.ClrName))
            {
                _problems.Add(SchemaRules.PathNotFound, _root.Extension!["path"]!.Span, path, "an envelope", $"goes through two objects or members of one name (at '{segment}')");
                return null;
            }

            Walk(current, slot);
            levels.Add(LevelOf(next, member, slot, isArray));
            current = next;
        }

        foreach (string key in new[] { "field", "value" })
        {
            JsonNode member = _extension.Json[key]!;
            if (current.SlotOf(member.Text) < 0)
            {
                _problems.Add(SchemaRules.PathNotFound, member.Span, member.Text, key, $"is no member of '{current.Name}'");
                return null;
            }
        }

        Walk(current, current.SlotOf(valueMember));
        return levels;

        static void Walk(ObjectDraft draft, int slot) =>
            draft.Members[slot] = draft.Members[slot] with { Type = new MemberType { Shape = MemberShape.Walked } };
    }

    private static EnvelopeLevel LevelOf(ObjectDraft draft, MemberModel? member, int slot, bool isArray) => new()
    {
        WireName = member?.WireName ?? string.Empty,
        Slot = slot,
        IsArray = isArray,
        TypeName = draft.Name,
        ClrName = member?.ClrName ?? string.Empty,
        Description = draft.Schema.Description,
    };

    private (int Level, int Slot) BuildEntryId(List<EnvelopeLevel> levels)
    {
        if (_extension.Optional("entryId") is not { } path)
        {
            return (-1, -1);
        }

        string[] segments = path.Split('.');
        bool onTheWay = segments.Length <= levels.Count;
        for (int i = 0; onTheWay && i < segments.Length - 1; i++)
        {
            EnvelopeLevel level = levels[i + 1];
            onTheWay = string.Equals(segments[i], level.WireName + (level.IsArray ? "[]" : string.Empty), StringComparison.Ordinal);
        }

        ObjectDraft? owner = onTheWay ? _objectsByFullName[FullName(levels[segments.Length - 1].TypeName)] : null;
        int slot = owner?.SlotOf(segments[segments.Length - 1]) ?? -1;
        if (slot < 0)
        {
            _problems.Add(SchemaRules.PathNotFound, _root.Extension!["entryId"]!.Span, path, "entryId", "is no member of an object on the way to the values");
            return (-1, -1);
        }

        return (segments.Length - 1, slot);
    }
}
