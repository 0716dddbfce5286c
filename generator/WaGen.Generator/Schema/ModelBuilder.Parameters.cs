using System.Globalization;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Emit;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>The parameters of an operation beside its body.</summary>
internal sealed partial class ModelBuilder
{
    private List<ParameterModel> BuildParameters(string path, string content)
    {
        var required = new HashSet<string>(_root.Json["required"] is { Kind: JsonNodeKind.Array } names ? names.Items.Select(static n => n.Text) : [], StringComparer.Ordinal);
        string[] inPath = [.. path.Split('{').Skip(1).Select(static p => p.Split('}')[0])];
        var parameters = new List<ParameterModel>();
        foreach (SchemaProperty property in _root.Properties)
        {
            if (BuildParameter(property, required.Contains(property.Name), content) is not { } parameter)
            {
                continue;
            }

            if (parameters.Exists(p => string.Equals(p.ClrName, parameter.ClrName, StringComparison.Ordinal)) || parameter.ClrName is "client" or "body" or "file" or "files" or "cancellationToken")
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

    private ParameterModel? BuildParameter(SchemaProperty property, bool isRequired, string content)
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
        string? place = Choice(extension, "in", required: true, ("path", "Path"), ("query", "Query"), ("header", "Header"), ("form", "Form"), ("expansion", "Expansion"));
        string? name = extension.Optional("name");
        SchemaNode? items = schema.KnownTypes is SchemaTypes.Array ? schema.Items : null;
        SchemaNode element = items ?? schema;
        bool isFile = string.Equals(element.Format, SchemaFormats.Binary, StringComparison.Ordinal);
        string? type = isFile ? string.Empty : ParameterType(element, items is not null);
        if (place is null || type is null || !IsSent(extension, place, content))
        {
            return null;
        }

        if (name is not null && !ClrNames.IsValid(name))
        {
            _problems.Add(SchemaRules.InvalidName, extension.Json["name"]!.Span, name, "it is no C# identifier");
            return null;
        }

        string[] values = element.IsConst ? [] : [.. element.Values.Select(static v => v.Text)];
        return new ParameterModel
        {
            Name = property.Name,
            ClrName = isFile ? string.Empty : ClrNames.Parameter(name ?? ClrNames.Pascal(property.Name)),
            ClrType = type,
            Place = place,
            IsRequired = isRequired || place is "Path",
            IsFile = isFile,
            IsList = items is not null,
            Values = values.ToEquatableArray(),
            Default = DefaultOf(property, type, isRequired || place is "Path", values),
            Constant = schema.IsConst ? schema.Values[0].Text : null,
            Description = schema.Description,
            Media = extension.Objects("media").Select(BuildMedia).OfType<MediaModel>().ToEquatableArray(),
        };
    }

    private string? ParameterType(SchemaNode schema, bool isElement)
    {
        SchemaTypes types = schema.KnownTypes;
        MemberShape shape = types is SchemaTypes.None or SchemaTypes.Object or SchemaTypes.Array ? MemberShape.Raw : TypeOfScalar(schema, types).Shape;
        switch (shape, isElement)
        {
            case (MemberShape.Text or MemberShape.Id, _):
                return isElement ? "IEnumerable<string>" : "string";
            case (MemberShape.Integer, _):
                return isElement ? "IEnumerable<long>" : "long";
            case (MemberShape.Boolean, false):
                return "bool";
            case (MemberShape.UnixTime, false):
                return "DateTimeOffset";
            default:
                Inexpressible(schema, isElement ? "a parameter that is an array of neither texts nor whole numbers" : "a parameter that is neither a text, a whole number, a time nor a truth value");
                return null;
        }
    }

    /// <summary>Whether the operation sends parameters of a place; reported when it does not.</summary>
    private bool IsSent(SchemaExtension extension, string place, string content)
    {
        string? problem = place switch
        {
            "Form" when content is not ("Form" or "Multipart") => "path, query or header, because the content of the operation is no form",
            "Expansion" when _extension.Json["expansion"] is null => "path, query, header or form, because the operation has no 'expansion'",
            _ => null,
        };
        if (problem is not null)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, extension.Json["in"]!.Span, "in", problem);
        }

        return problem is null;
    }

    /// <summary>The C# expression of a default; null without one or, reported, when the parameter cannot have it.</summary>
    private string? DefaultOf(SchemaProperty property, string type, bool isRequired, string[] values)
    {
        if (property.Schema.Json["default"] is not { } value)
        {
            return null;
        }

        if (isRequired || property.Schema.IsConst || type is not ("string" or "long" or "bool"))
        {
            _problems.Add(SchemaRules.MisplacedKeyword, value.Span, "default", "for this parameter", "only an optional text, whole number or truth value has one");
            return null;
        }

        string? literal = (type, value.Kind) switch
        {
            ("string", JsonNodeKind.String) when values.Length == 0 || values.Contains(value.Text, StringComparer.Ordinal) => Code.Literal(value.Text),
            ("long", JsonNodeKind.Number) when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number.ToString(CultureInfo.InvariantCulture) + "L",
            ("bool", JsonNodeKind.True or JsonNodeKind.False) => value.Kind is JsonNodeKind.True ? "true" : "false",
            _ => null,
        };
        if (literal is null)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, value.Span, "default", values.Length == 0 ? "of the type of the parameter" : "one of the values of 'enum'");
        }

        return literal;
    }

    private MediaModel? BuildMedia(SchemaExtension json)
    {
        json.AllowOnly("of a kind of file", "type", "bytes", "class");
        string? type = json.Required("type");
        string? kind = json.Optional("class");
        if (json.Json["bytes"] is { Kind: JsonNodeKind.Number } bytes && long.TryParse(bytes.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long most))
        {
            return type is null ? null : new MediaModel(type, most, kind);
        }

        _problems.Add(SchemaRules.InvalidKeywordValue, json.Json["bytes"]?.Span ?? json.Json.Span, "bytes", "a whole number");
        return null;
    }
}
