using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Open enumerations.</summary>
internal sealed partial class ModelBuilder
{
    private const string UnknownValue = "Unknown";

    private readonly List<EnumModel> _enums = [];

    private MemberType BuildEnum(SchemaNode schema, string? definitionName, JsonNode place, Provenance outer)
    {
        JsonNode? nameNode = schema.Extension?["name"];
        string? name = schema.Name ?? definitionName;
        if (name is null)
        {
            _problems.Add(SchemaRules.InvalidName, (schema.Json["enum"] ?? schema.Json).Span, string.Empty, "an enumeration needs a name of its own");
            return new MemberType { Shape = MemberShape.Text, Forms = ScalarForms.String };
        }

        SchemaExtension? extension = definitionName is null
            ? Extension(schema, "of an enumeration", "name", "aliases", "values", "instead")
            : Extension(schema, "of an enumeration", "name", "values", "instead");
        if (!TakeTypeName(name, nameNode ?? place, "another type of this file") || !TakeTypeName(name + "Wire", nameNode ?? place, "the reader of an enumeration"))
        {
            return new MemberType { Shape = MemberShape.Text, Forms = ScalarForms.String };
        }

        Provenance provenance = (extension?.Provenance ?? Provenance.None).Over(outer);
        _enums.Add(new EnumModel
        {
            Name = name,
            Pointer = PointerOf(schema),
            Description = schema.Description,
            Advice = DeprecationOf(schema.IsDeprecated, extension, schema.Description),
            Provenance = provenance,
            Values = BuildValues(schema, extension?.Object("values")).ToEquatableArray(),
        });
        return new MemberType { Shape = MemberShape.Enum, TypeName = FullName(name) };
    }

    private List<EnumValueModel> BuildValues(SchemaNode schema, SchemaExtension? values)
    {
        Dictionary<string, SchemaExtension> details = DetailsOf(schema, values);

        // An alias may also stand in the enum, so that validators of others accept it; it is no value of its own then.
        var aliases = new HashSet<string>(
            details.SelectMany(static d => d.Value.Texts("aliases").Select(static a => a.Text).Where(a => !string.Equals(a, d.Key, StringComparison.Ordinal))),
            StringComparer.Ordinal);
        var models = new List<EnumValueModel>();
        var wireNames = new HashSet<string>(StringComparer.Ordinal);
        var clrNames = new HashSet<string>(StringComparer.Ordinal) { UnknownValue };
        foreach (JsonNode value in schema.Values)
        {
            details.TryGetValue(value.Text, out SchemaExtension? extension);
            if (aliases.Contains(value.Text))
            {
                if (extension is not null)
                {
                    _problems.Add(SchemaRules.PathNotFound, extension.Json.Span, value.Text, "values", "is an alias of another value");
                }

                continue;
            }

            string clrName = extension?.Optional("name") ?? ClrNames.Pascal(value.Text);
            JsonNode place = extension?.Json["name"] ?? value;
            wireNames.Add(value.Text);
            if (!ClrNames.IsValid(clrName) || clrName is "value__")
            {
                _problems.Add(SchemaRules.InvalidName, place.Span, clrName, "it is no C# identifier");
            }
            else if (!clrNames.Add(clrName))
            {
                _problems.Add(SchemaRules.NameClash, place.Span, clrName, clrName is UnknownValue ? "the value for everything unknown" : "another value of the enumeration");
            }
            else
            {
                models.Add(new EnumValueModel
                {
                    WireName = value.Text,
                    Aliases = AliasesOf(extension, wireNames).ToEquatableArray(),
                    ClrName = clrName,
                    Description = extension?.Optional("description"),
                    Advice = DeprecationOf(extension?.Flag("deprecated") is true, extension, extension?.Optional("description")),
                });
            }
        }

        return models;
    }

    /// <summary>What <c>values</c> says about each value.</summary>
    private Dictionary<string, SchemaExtension> DetailsOf(SchemaNode schema, SchemaExtension? values)
    {
        var details = new Dictionary<string, SchemaExtension>(StringComparer.Ordinal);
        foreach (JsonMember member in values?.Json.Members ?? [])
        {
            if (!schema.Values.Exists(v => string.Equals(v.Text, member.Name, StringComparison.Ordinal)))
            {
                _problems.Add(SchemaRules.PathNotFound, member.NameSpan, member.Name, "values", "is no value of the enumeration");
            }
            else if (values!.Object(member.Name) is { } detail)
            {
                detail.AllowOnly("of an enumeration's value", "name", "aliases", "description", "deprecated", "instead");
                details.Add(member.Name, detail);
            }
        }

        return details;
    }

    private List<string> AliasesOf(SchemaExtension? value, HashSet<string> wireNames)
    {
        var aliases = new List<string>();
        foreach (JsonNode alias in value?.Texts("aliases") ?? [])
        {
            if (wireNames.Add(alias.Text))
            {
                aliases.Add(alias.Text);
            }
            else
            {
                _problems.Add(SchemaRules.DuplicateValue, alias.Span, alias.Text, "as a value or as another alias");
            }
        }

        return aliases;
    }

    /// <summary>The schema's <c>x-wagen</c> with its keys checked; null without one.</summary>
    private SchemaExtension? Extension(SchemaNode schema, string place, params string[] keys)
    {
        if (schema.Extension is null || schema == _root)
        {
            return null;
        }

        var extension = new SchemaExtension(schema.Extension, _problems);
        if (_checkedExtensions.Add(schema.Extension))
        {
            extension.AllowOnly(place, keys);
            _ = extension.Optional("name");
        }

        return extension;
    }
}
