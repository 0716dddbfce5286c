using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Turns JSON into schemas: every keyword is known and has a value of the right kind, or is reported.</summary>
internal sealed class SchemaTreeReader(SchemaProblems problems)
{
    private static readonly Dictionary<string, SchemaTypes> TypeNames = new(StringComparer.Ordinal)
    {
        ["object"] = SchemaTypes.Object,
        ["array"] = SchemaTypes.Array,
        ["string"] = SchemaTypes.String,
        ["integer"] = SchemaTypes.Integer,
        ["number"] = SchemaTypes.Number,
        ["boolean"] = SchemaTypes.Boolean,
        ["null"] = SchemaTypes.Null,
    };

    private static readonly string[] Keywords =
    [
        "$comment", "$defs", "$id", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const", "contentMediaType", "default",
        "deprecated", "description", "enum", "examples", "format", "items", "maxItems", "maxLength", "maximum", "minItems", "minLength",
        "minimum", "oneOf", "pattern", "properties", "required", "title", "type", "x-wagen",
    ];

    /// <summary>Whether a word belongs to the language.</summary>
    public static bool IsKeyword(string name) => Keywords.Contains(name, StringComparer.Ordinal);

    /// <summary>Reads the root of a file.</summary>
    public SchemaNode ReadRoot(JsonNode json) => Read(json, isRoot: true);

    private SchemaNode Read(JsonNode json, bool isRoot)
    {
        var schema = new SchemaNode { Json = json };
        if (json.Kind is JsonNodeKind.True)
        {
            return schema;
        }

        if (json.Kind is not JsonNodeKind.Object)
        {
            problems.Add(SchemaRules.InvalidKeywordValue, json.Span, "A schema", "an object, or true for a value that is kept raw");
            return schema;
        }

        foreach (JsonMember member in json.Members)
        {
            ReadKeyword(schema, member, isRoot);
        }

        return schema;
    }

    private void ReadKeyword(SchemaNode schema, JsonMember member, bool isRoot)
    {
        JsonNode value = member.Value;
        switch (member.Name)
        {
            case "$ref":
                schema.Reference = Expect(member, JsonNodeKind.String, "a string") ? value : null;
                break;
            case "type":
                ReadTypes(schema, member);
                break;
            case "properties":
                ReadMap(member, schema.Properties);
                break;
            case "$defs" when isRoot:
                ReadMap(member, schema.Definitions);
                break;
            case "items":
                schema.Items = Read(value, isRoot: false);
                break;
            case "additionalProperties":
                schema.AdditionalProperties = value.Kind is JsonNodeKind.Object ? Read(value, isRoot: false) : null;
                schema.IsOpen = value.Kind is JsonNodeKind.True;
                _ = value.Kind is JsonNodeKind.Object or JsonNodeKind.True or JsonNodeKind.False || Report(member, "a schema, true or false");
                break;
            case "oneOf" or "anyOf":
                ReadList(member, schema.Branches);
                break;
            case "allOf":
                ReadList(member, schema.AllOf);
                break;
            case "enum":
                schema.Values.AddRange(ReadDistinct(member));
                _ = value.Kind is not JsonNodeKind.Array || value.Items.Count > 0 || Report(member, "an array of strings, at least one");
                break;
            case "const":
                if (Expect(member, JsonNodeKind.String, "a string"))
                {
                    schema.Values.Add(value);
                    schema.IsConst = true;
                }

                break;
            case "format":
                if (Expect(member, JsonNodeKind.String, "a string"))
                {
                    schema.Format = value.Text;
                    _ = SchemaFormats.IsKnown(value.Text) || Report(member, "one of " + SchemaFormats.All);
                }

                break;
            case "title":
                schema.Title = Expect(member, JsonNodeKind.String, "a string") ? value.Text : null;
                break;
            case "description":
                schema.Description = Expect(member, JsonNodeKind.String, "a string") ? value.Text : null;
                break;
            case "deprecated":
                schema.IsDeprecated = value.Kind is JsonNodeKind.True;
                _ = value.Kind is JsonNodeKind.True or JsonNodeKind.False || Report(member, "true or false");
                break;
            case "contentMediaType":
                schema.IsJsonText = Expect(member, JsonNodeKind.String, "a string") && string.Equals(value.Text, "application/json", StringComparison.Ordinal);
                break;
            case "$comment" or "pattern":
                Expect(member, JsonNodeKind.String, "a string");
                break;
            case "minLength" or "maxLength" or "minimum" or "maximum" or "minItems" or "maxItems":
                Expect(member, JsonNodeKind.Number, "a number");
                break;
            case "required":
                ReadStrings(member);
                break;
            case "examples":
                Expect(member, JsonNodeKind.Array, "an array");
                break;
            case "default":
                break;
            case "$id" or "$schema" when isRoot:
                Expect(member, JsonNodeKind.String, "a string");
                break;
            case "x-wagen":
                schema.Extension = Expect(member, JsonNodeKind.Object, "an object") ? value : null;
                break;
            case "$id" or "$schema" or "$defs":
                problems.Add(SchemaRules.MisplacedKeyword, member.NameSpan, member.Name, "inside a schema", "it belongs to the root of the file");
                break;
            default:
                problems.Add(SchemaRules.UnknownKeyword, member.NameSpan, member.Name, "of the schema language");
                break;
        }
    }

    private void ReadTypes(SchemaNode schema, JsonMember member)
    {
        if (member.Value.Kind is not (JsonNodeKind.String or JsonNodeKind.Array) || (member.Value.Kind is JsonNodeKind.Array && member.Value.Items.Count == 0))
        {
            Report(member, "a type name or an array of type names");
            return;
        }

        foreach (JsonNode name in member.Value.Kind is JsonNodeKind.String ? [member.Value] : member.Value.Items)
        {
            if (name.Kind is JsonNodeKind.String && TypeNames.TryGetValue(name.Text, out SchemaTypes type))
            {
                schema.Types |= type;
                schema.FirstType = schema.FirstType is SchemaTypes.None && type is not SchemaTypes.Null ? type : schema.FirstType;
            }
            else
            {
                problems.Add(SchemaRules.InvalidKeywordValue, name.Span, "type", "one of " + string.Join(", ", TypeNames.Keys));
            }
        }
    }

    private void ReadMap(JsonMember member, List<SchemaProperty> into)
    {
        if (!Expect(member, JsonNodeKind.Object, "an object of schemas"))
        {
            return;
        }

        foreach (JsonMember property in member.Value.Members)
        {
            into.Add(new SchemaProperty(property.Name, property.NameSpan, Read(property.Value, isRoot: false)));
        }
    }

    private void ReadList(JsonMember member, List<SchemaNode> into)
    {
        if (Expect(member, JsonNodeKind.Array, "an array of schemas"))
        {
            into.AddRange(member.Value.Items.Select(item => Read(item, isRoot: false)));
        }
    }

    private List<JsonNode> ReadStrings(JsonMember member)
    {
        var strings = new List<JsonNode>();
        if (!Expect(member, JsonNodeKind.Array, "an array of strings"))
        {
            return strings;
        }

        foreach (JsonNode item in member.Value.Items)
        {
            if (item.Kind is JsonNodeKind.String)
            {
                strings.Add(item);
            }
            else
            {
                problems.Add(SchemaRules.InvalidKeywordValue, item.Span, member.Name, "an array of strings");
            }
        }

        return strings;
    }

    /// <summary>The values of an enumeration; one that is listed again is reported and left out.</summary>
    private IEnumerable<JsonNode> ReadDistinct(JsonMember member)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode value in ReadStrings(member))
        {
            if (known.Add(value.Text))
            {
                yield return value;
            }
            else
            {
                problems.Add(SchemaRules.DuplicateValue, value.Span, value.Text, "listed before");
            }
        }
    }

    private bool Expect(JsonMember member, JsonNodeKind kind, string what) => member.Value.Kind == kind || Report(member, what);

    private bool Report(JsonMember member, string what)
    {
        problems.Add(SchemaRules.InvalidKeywordValue, member.Value.Span, member.Name, what);
        return false;
    }
}
