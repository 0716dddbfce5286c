using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Operations and the API that they belong to.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>Members of the class that lists the operations.</summary>
    private static readonly string[] ApiMembers = ["Definition", "Operations", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    private ApiGroup? GroupOf()
    {
        if (_kind is not (SchemaKind.Payloads or SchemaKind.Operation) || _extension.Required("api") is not { } api || _extension.Required("group") is not { } group)
        {
            return null;
        }

        if (Uri.TryCreate(_id, api, out Uri? address))
        {
            _references.Add(new SchemaReference { Address = address.AbsoluteUri, Group = group, Place = _problems.Place(_extension.Json["api"]!.Span) });
            return new ApiGroup(address.AbsoluteUri, group);
        }

        _problems.Add(SchemaRules.InvalidKeywordValue, _extension.Json["api"]!.Span, "api", "the $id of an API");
        return null;
    }

    private OperationModel? BuildOperation()
    {
        _extension.AllowOnly(
            "of an operation file", "kind", "namespace", "api", "group", "name", "method", "path", "account", "body", "bodyOptional", "answer", "content", "answerContent",
            "authorization", "hosts", "permissions", "tokens", "tokensBecause", "proof", "repeat", "limiter", "quotas", "items", "partial", "list", "expansion", "replies");
        string? name = _extension.Required("name");
        string? method = Choice("method", required: true, ("GET", "GET"), ("POST", "POST"), ("PUT", "PUT"), ("PATCH", "PATCH"), ("DELETE", "DELETE"));
        string? path = _extension.Required("path");
        string? repeat = Choice("repeat", required: true, ("safe", "safe"), ("unsafe", "unsafe"));
        if (name is null || method is null || path is null || repeat is null)
        {
            return null;
        }

        if (!ClrNames.IsValid(name) || ApiMembers.Contains(name, StringComparer.Ordinal))
        {
            _problems.Add(SchemaRules.InvalidName, _extension.Json["name"]!.Span, name, ClrNames.IsValid(name) ? "the class of all operations has a member of that name" : "it is no C# identifier");
            return null;
        }

        MemberType? body = TypeAt("body");
        string content = Choice("content", required: false, ("json", "Json"), ("form", "Form"), ("multipart", "Multipart"), ("bytes", "Bytes")) ?? (body is null ? "None" : "Json");
        List<ParameterModel> parameters = BuildParameters(path, content);
        CheckBody(method, body, content, parameters);
        string? account = _extension.Optional("account");
        if (account is not null && !parameters.Exists(p => string.Equals(p.Name, account, StringComparison.Ordinal)))
        {
            _problems.Add(SchemaRules.PathNotFound, _extension.Json["account"]!.Span, account, "an account", "is no parameter of the operation");
            account = null;
        }

        if (_extension.Optional("api") is { } api)
        {
            Claim(ClaimKind.OperationName, $"{api} {name}", _extension.Json["name"]!.Span, name);
        }

        MemberType? answer = TypeAt("answer");
        return new OperationModel
        {
            Name = name,
            Description = _root.Description,
            Method = method,
            Path = path,
            Account = account,
            Body = body,
            IsBodyOptional = _extension.Flag("bodyOptional"),
            Answer = answer,
            Content = content,
            AnswerContent = Choice("answerContent", required: false, ("json", "Json"), ("bytes", "Bytes")) ?? "Json",
            Authorization = _extension.Optional("authorization"),
            Hosts = Texts("hosts"),
            Permissions = Texts("permissions"),
            Tokens = BuildTokens().ToEquatableArray(),
            TokensBecause = _extension.Optional("tokensBecause"),
            NeedsProof = _extension.Flag("proof"),
            IsRepeatSafe = repeat is "safe",
            Limiter = _extension.Optional("limiter"),
            Quotas = BuildQuotaNames().ToEquatableArray(),
            Expansion = InAnswer("expansion", _extension, answer),
            Partial = BuildPartial(answer),
            ListMember = InAnswer("list", _extension, answer),
            Items = BuildItems(answer, body, name),
            SendsReplies = _extension.Flag("replies"),
            Parameters = parameters.ToEquatableArray(),
        };

        EquatableArray<string> Texts(string key) => _extension.Texts(key).Select(static t => t.Text).ToEquatableArray();
    }

    /// <summary>The kinds of token; "none" stands for the empty list, which says so without being forgotten.</summary>
    private List<string> BuildTokens()
    {
        var kinds = new List<string>();
        foreach (JsonNode token in _extension.Texts("tokens"))
        {
            switch (token.Text)
            {
                case "user" or "system" or "business" or "app":
                    kinds.Add(ClrNames.Pascal(token.Text));
                    break;
                case "none":
                    break;
                default:
                    _problems.Add(SchemaRules.InvalidKeywordValue, token.Span, "tokens", "an array of user, system, business, app or none");
                    break;
            }
        }

        return kinds;
    }

    /// <summary>The type of a body or an answer that a key names; null when it is missing or, reported, no object.</summary>
    private MemberType? TypeAt(string key)
    {
        if (_extension.Optional(key) is null)
        {
            return null;
        }

        JsonNode reference = _extension.Json[key]!;
        MemberType type = TypeOfReference(reference);
        if (type.Shape is MemberShape.Object or MemberShape.External)
        {
            return type;
        }

        _problems.Add(SchemaRules.NotASchema, reference.Span, $"'{key}' must be the address of an object");
        return null;
    }

    private string? Choice(string key, bool required, params (string Word, string Value)[] words) => Choice(_extension, key, required, words);

    private string? Choice(SchemaExtension extension, string key, bool required, params (string Word, string Value)[] words)
    {
        string? word = required ? extension.Required(key) : extension.Optional(key);
        if (word is null)
        {
            return null;
        }

        string? value = words.FirstOrDefault(w => string.Equals(w.Word, word, StringComparison.Ordinal)).Value;
        if (value is null)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, extension.Json[key]!.Span, key, string.Join(" or ", words.Select(static w => w.Word)));
        }

        return value;
    }
}
