using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Methods that make payloads in a short way.</summary>
internal sealed partial class ModelBuilder
{
    private ReplyModel? BuildReply(ObjectDraft draft, SchemaExtension reply)
    {
        if (BuildShorthand(draft, reply, "of a reply", "name", "parameters", "message", "address") is not { } shorthand)
        {
            return null;
        }

        return new ReplyModel
        {
            Shorthand = shorthand,
            Message = PathIn(draft, reply, "message"),
            IsAddressed = reply.Json["address"] is null || reply.Flag("address"),
        };
    }

    private ConversationModel BuildConversation(ObjectDraft draft, SchemaExtension conversation)
    {
        conversation.AllowOnly("of a conversation", "phone", "user", "quote", "group");
        SchemaExtension? group = conversation.Object("group");
        group?.AllowOnly("of a conversation's group", "path", "kind", "is");
        return new ConversationModel
        {
            Group = group?.Required("path") is null ? null : PathIn(draft, group, "path"),
            GroupKind = group is null ? null : PathIn(draft, group, "kind"),
            GroupText = group?.Optional("is"),
            Phone = PathIn(draft, conversation, "phone"),
            User = PathIn(draft, conversation, "user"),
            Quote = PathIn(draft, conversation, "quote"),
        };
    }

    private PayloadPath? PathIn(ObjectDraft draft, SchemaExtension extension, string key) =>
        extension.Optional(key) is null ? null : TakePath(draft, extension.Json[key]!, key, PathNeed.Settable);

    private ShorthandModel? BuildShorthand(ObjectDraft draft, SchemaExtension shorthand, string place, params string[] keys)
    {
        shorthand.AllowOnly(place, keys);
        if (shorthand.Required("name") is not { } name)
        {
            return null;
        }

        if (!ClrNames.IsValid(name) || Reserved.Contains(name))
        {
            _problems.Add(SchemaRules.InvalidName, shorthand.Json["name"]!.Span, name, "it is no C# identifier, or every payload has a member of that name");
            return null;
        }

        var parameters = new List<ShorthandParameter>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode item in shorthand.Json["parameters"]?.Items ?? [])
        {
            if (BuildParameter(draft, item) is not { } parameter)
            {
                continue;
            }

            if (names.Add(parameter.Name))
            {
                parameters.Add(parameter);
            }
            else
            {
                _problems.Add(SchemaRules.NameClash, item.Span, parameter.Name, $"another parameter of '{name}'");
            }
        }

        return new ShorthandModel { Name = name, Parameters = parameters.OrderBy(static p => p.IsOptional).ToEquatableArray() };
    }

    private ShorthandParameter? BuildParameter(ObjectDraft draft, JsonNode item)
    {
        if (item.Kind is not (JsonNodeKind.String or JsonNodeKind.Object))
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, item.Span, "A parameter", "a path, or an object with path, name and optional");
            return null;
        }

        SchemaExtension? detail = item.Kind is JsonNodeKind.Object ? new SchemaExtension(item, _problems) : null;
        detail?.AllowOnly("of a parameter", "path", "name", "optional");
        JsonNode? place = detail is null ? item : detail.Required("path") is null ? null : item["path"];
        if (place is null || TakePath(draft, place, "parameters", PathNeed.Settable) is not { } path)
        {
            return null;
        }

        string name = detail?.Optional("name") ?? ClrNames.Pascal(path.Names.Last().Name);
        if (name.Length == 0 || !ClrNames.IsValid(char.ToUpperInvariant(name[0]) + name.Substring(1)))
        {
            _problems.Add(SchemaRules.InvalidName, (item["name"] ?? item).Span, name, "it is no C# identifier");
            return null;
        }

        return new ShorthandParameter { Name = ClrNames.Parameter(name), Path = path, IsOptional = detail?.Flag("optional") is true };
    }
}
