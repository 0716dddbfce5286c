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
            "of an operation file", "kind", "namespace", "api", "group", "name", "method", "path", "account", "body", "answer", "content", "answerContent",
            "authorization", "hosts", "permissions", "tokens", "repeat", "limiter", "replies");
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

        List<ParameterModel> parameters = BuildParameters(path);
        MemberType? body = TypeAt("body");
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

        return new OperationModel
        {
            Name = name,
            Description = _root.Description,
            Method = method,
            Path = path,
            Account = account,
            Body = body,
            Answer = TypeAt("answer"),
            Content = Choice("content", required: false, ("json", "Json"), ("multipart", "Multipart"), ("bytes", "Bytes")) ?? (body is null ? "None" : "Json"),
            AnswerContent = Choice("answerContent", required: false, ("json", "Json"), ("bytes", "Bytes")) ?? "Json",
            Authorization = _extension.Optional("authorization"),
            Hosts = Texts("hosts"),
            Permissions = Texts("permissions"),
            Tokens = BuildTokens().ToEquatableArray(),
            IsRepeatSafe = repeat is "safe",
            Limiter = _extension.Optional("limiter"),
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

    private List<ParameterModel> BuildParameters(string path)
    {
        var required = new HashSet<string>(_root.Json["required"] is { Kind: JsonNodeKind.Array } names ? names.Items.Select(static n => n.Text) : [], StringComparer.Ordinal);
        string[] inPath = [.. path.Split('{').Skip(1).Select(static p => p.Split('}')[0])];
        var parameters = new List<ParameterModel>();
        foreach (SchemaProperty property in _root.Properties)
        {
            if (BuildParameter(property, required.Contains(property.Name)) is not { } parameter)
            {
                continue;
            }

            if (parameters.Exists(p => string.Equals(p.ClrName, parameter.ClrName, StringComparison.Ordinal)) || parameter.ClrName is "client" or "body" or "file" or "cancellationToken")
            {
                _problems.Add(SchemaRules.NameClash, property.NameSpan, parameter.ClrName, "another parameter of the method");
                continue;
            }

            parameters.Add(parameter);
            if (parameter.Place is "Path" != inPath.Contains(parameter.Name, StringComparer.Ordinal))
            {
                _problems.Add(SchemaRules.PathNotFound, property.NameSpan, path, "an operation", $"and the parameter '{property.Name}' do not agree on whether it is in the path");
            }
        }

        foreach (string missing in inPath.Where(n => _root.Property(n) is null))
        {
            _problems.Add(SchemaRules.PathNotFound, _extension.Json["path"]!.Span, path, "an operation", $"has the parameter '{missing}', which 'properties' does not describe");
        }

        return parameters;
    }

    private ParameterModel? BuildParameter(SchemaProperty property, bool isRequired)
    {
        SchemaNode schema = property.Schema;
        if (schema.Extension is null)
        {
            _problems.Add(SchemaRules.NotASchema, schema.Json.Span, "'x-wagen' with the place of the parameter is missing");
            return null;
        }

        var extension = new SchemaExtension(schema.Extension, _problems);
        _checkedExtensions.Add(schema.Extension);
        extension.AllowOnly("of a parameter", "in", "name", "media");
        string? place = Choice(extension, "in", required: true, ("path", "Path"), ("query", "Query"), ("header", "Header"), ("form", "Form"));
        string? name = extension.Optional("name");
        bool isFile = string.Equals(schema.Format, SchemaFormats.Binary, StringComparison.Ordinal);
        string? type = isFile ? string.Empty : ParameterType(schema);
        if (place is null || type is null)
        {
            return null;
        }

        if (name is not null && !ClrNames.IsValid(name))
        {
            _problems.Add(SchemaRules.InvalidName, extension.Json["name"]!.Span, name, "it is no C# identifier");
            return null;
        }

        return new ParameterModel
        {
            Name = property.Name,
            ClrName = isFile ? string.Empty : ClrNames.Parameter(name ?? ClrNames.Pascal(property.Name)),
            ClrType = type,
            Place = place,
            IsRequired = isRequired || place is "Path",
            IsFile = isFile,
            Constant = schema.IsConst ? schema.Values[0].Text : null,
            Description = schema.Description,
            Media = extension.Objects("media").Select(BuildMedia).OfType<MediaModel>().ToEquatableArray(),
        };
    }

    private string? ParameterType(SchemaNode schema)
    {
        SchemaTypes types = schema.KnownTypes;
        MemberShape shape = types is SchemaTypes.None or SchemaTypes.Object or SchemaTypes.Array ? MemberShape.Raw : TypeOfScalar(schema, types).Shape;
        switch (shape)
        {
            case MemberShape.Text or MemberShape.Id:
                return "string";
            case MemberShape.Integer:
                return "long";
            case MemberShape.Boolean:
                return "bool";
            case MemberShape.UnixTime:
                return "DateTimeOffset";
            default:
                Inexpressible(schema, "a parameter that is neither a text, a whole number, a time nor a truth value");
                return null;
        }
    }

    private MediaModel? BuildMedia(SchemaExtension json)
    {
        json.AllowOnly("of a kind of file", "type", "bytes", "class");
        string? type = json.Required("type");
        string? kind = json.Optional("class");
        if (json.Json["bytes"] is { Kind: JsonNodeKind.Number } bytes && long.TryParse(bytes.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long most))
        {
            return type is null ? null : new MediaModel(type, most, kind);
        }

        _problems.Add(SchemaRules.InvalidKeywordValue, json.Json["bytes"]?.Span ?? json.Json.Span, "bytes", "a whole number");
        return null;
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
