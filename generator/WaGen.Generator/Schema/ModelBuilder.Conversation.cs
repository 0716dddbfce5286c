using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Who talks to whom in an event.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>The parts in the order in which they are printed; the first one is a path in the value.</summary>
    private static readonly string[] ConversationKeys = ["number", "phone", "user", "message", "group"];

    private EventConversation? BuildConversation(SchemaExtension json, ObjectDraft value, ObjectDraft item, List<LookupModel> lookups)
    {
        if (json.Object("conversation") is not { } conversation)
        {
            return null;
        }

        conversation.AllowOnly("of a conversation", ConversationKeys);
        conversation.Required("number");
        string? lookup = null;
        var parts = new List<string>();
        foreach (string key in ConversationKeys)
        {
            ObjectDraft start = key is "number" ? value : item;
            IReadOnlyList<JsonNode> paths = conversation.Json[key] is { Kind: JsonNodeKind.String } path ? [path] : conversation.Texts(key);
            parts.Add(string.Join("|", paths.Select(p => PartOf(p, start, lookups, ref lookup)).OfType<string>()));
        }

        return new EventConversation(string.Join("\n", parts), lookup);
    }

    /// <summary>A path as the runtime walks it; null, and reported, when it leads nowhere.</summary>
    private string? PartOf(JsonNode path, ObjectDraft start, List<LookupModel> lookups, ref string? lookup)
    {
        string[] names = path.Text.Split('.');
        if (names.Length > 1 && lookups.Exists(l => string.Equals(l.ClrName, names[0], StringComparison.Ordinal)) && (lookup is null || string.Equals(lookup, names[0], StringComparison.Ordinal)))
        {
            lookup = names[0];
            return "^" + string.Join(".", names.Skip(1));
        }

        ObjectDraft? current = start;
        MemberType type = MemberType.Raw;
        foreach (string name in names)
        {
            int slot = current?.SlotOf(name) ?? -1;
            if (slot < 0)
            {
                _problems.Add(SchemaRules.PathNotFound, path.Span, path.Text, "a conversation", $"is no common member of '{start.Name}'");
                return null;
            }

            type = current!.Members[slot].Type;
            if (type.Shape is MemberShape.External)
            {
                // What lies in other files is taken for granted.
                return path.Text;
            }

            current = type is { Shape: MemberShape.Object, TypeName: { } typeName } && _objectsByFullName.TryGetValue(typeName, out ObjectDraft? next) ? next : null;
        }

        if (type.Shape is MemberShape.Text or MemberShape.Id or MemberShape.Integer)
        {
            return path.Text;
        }

        _problems.Add(SchemaRules.PathNotFound, path.Span, path.Text, "a conversation", "leads to no text");
        return null;
    }
}
