using System.Text.Json;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>Follows references and joins what belongs together.</summary>
/// <param name="files">All files by their <c>$id</c>.</param>
internal sealed class SchemaReader(IReadOnlyDictionary<string, JsonElement> files)
{
    private const string Definitions = "#/$defs/";

    private static readonly string[] MemberKeywords = ["properties", "oneOf", "anyOf", "allOf"];

    private readonly Dictionary<string, SchemaShape> _shapes = new(StringComparer.Ordinal);

    /// <summary>All unions met so far.</summary>
    public List<SchemaUnion> Unions { get; } = [];

    public SchemaField Field(string id)
    {
        JsonElement extension = files[id].GetProperty("x-wagen");
        SchemaShape value = Root(id);
        return new SchemaField(
            extension.GetProperty("field").GetString()!,
            Texts(extension, "aliases"),
            value,
            [.. extension.GetProperty("events").EnumerateArray().Select(e => Event(value, e.GetProperty("path").GetString()!))]);
    }

    /// <summary>What the root of a file describes.</summary>
    public SchemaShape Root(string id) => Read(id, files[id], name: null);

    private static SchemaEvent Event(SchemaShape value, string path)
    {
        SchemaShape current = value;
        var steps = new List<SchemaMember>();
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isArray = step.EndsWith("[]", StringComparison.Ordinal);
            steps.Add(current.Find(isArray ? step[..^2] : step)!);
            current = isArray ? steps[^1].Shape.Element! : steps[^1].Shape;
        }

        return new SchemaEvent(path, steps, current);
    }

    private SchemaShape Read(string id, JsonElement schema, string? name)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            var address = new Uri(new Uri(id), reference.GetString());
            if (!_shapes.TryGetValue(address.AbsoluteUri, out SchemaShape? known))
            {
                known = new SchemaShape();
                _shapes.Add(address.AbsoluteUri, known);
                (string file, JsonElement target, string key) = Resolve(address);
                Fill(known, file, target, key);
            }

            return known;
        }

        var shape = new SchemaShape();
        Fill(shape, id, schema, name);
        return shape;
    }

    private (string File, JsonElement Schema, string Name) Resolve(Uri address)
    {
        string file = address.GetLeftPart(UriPartial.Query);
        string name = Uri.UnescapeDataString(address.Fragment)[Definitions.Length..];
        return (file, files[file].GetProperty("$defs").GetProperty(name), name);
    }

    private void Fill(SchemaShape shape, string id, JsonElement schema, string? name)
    {
        if (schema.TryGetProperty("$ref", out _))
        {
            // A definition that is nothing but another one, such as a second name of an enumeration.
            SchemaShape target = Read(id, schema, name);
            (shape.Kind, shape.Text, shape.Plain, shape.Values, shape.Element, shape.Union) = (target.Kind, target.Text, target.Plain, target.Values, target.Element, target.Union);
            (shape.Name, shape.Handler) = (target.Name, target.Handler);
            shape.Members.AddRange(target.Members);
            return;
        }

        JsonElement? extension = Optional(schema, "x-wagen");
        shape.Name = Text(extension, "name") ?? name;
        shape.Handler = Text(extension, "handler");
        HashSet<string> types = [.. Texts(schema, "type").Where(static t => t != "null")];
        if (types.Count == 0)
        {
            types = [.. Implied(schema)];
        }

        (shape.Text, shape.Plain) = (types.Contains("string"), types.Any(static t => t is "integer" or "number" or "boolean"));
        shape.Values = Values(schema, extension);
        shape.Kind = KindOf(schema, types, Text(schema, "format"));
        switch (shape.Kind)
        {
            case SchemaKind.Object:
                AddMembers(shape, id, schema);
                break;
            case SchemaKind.Map:
                shape.Element = Read(id, schema.GetProperty("additionalProperties"), name: null);
                break;
            case SchemaKind.List:
                shape.Element = Read(id, schema.GetProperty("items"), name: null);
                break;
        }
    }

    private static IEnumerable<string> Implied(JsonElement schema)
    {
        bool isObject = MemberKeywords.Any(k => schema.TryGetProperty(k, out _)) || IsMap(schema);
        bool isText = schema.TryGetProperty("enum", out _) || schema.TryGetProperty("const", out _);
        return isObject ? ["object"] : schema.TryGetProperty("items", out _) ? ["array"] : isText ? ["string"] : [];
    }

    private static bool IsMap(JsonElement schema) => Optional(schema, "additionalProperties") is { ValueKind: JsonValueKind.Object };

    private static SchemaKind KindOf(JsonElement schema, HashSet<string> types, string? format)
    {
        if (types.Contains("object"))
        {
            bool hasMembers = MemberKeywords.Any(k => schema.TryGetProperty(k, out _));
            return hasMembers ? SchemaKind.Object : IsMap(schema) ? SchemaKind.Map : SchemaKind.Raw;
        }

        if (types.Contains("array"))
        {
            return schema.TryGetProperty("items", out _) ? SchemaKind.List : SchemaKind.Raw;
        }

        return format switch
        {
            _ when types.Count == 0 => SchemaKind.Raw,
            _ when schema.TryGetProperty("enum", out _) => SchemaKind.Enum,
            "id" or "phone" => SchemaKind.Id,
            "unix-time" => SchemaKind.UnixTime,
            "decimal" or "double" => SchemaKind.Number,
            _ when types.Contains("boolean") => SchemaKind.Boolean,
            _ when types.Contains("number") => SchemaKind.Number,
            _ when types.Contains("integer") => SchemaKind.Integer,
            _ => Text(schema, "contentMediaType") is "application/json" ? SchemaKind.JsonText : SchemaKind.Text,
        };
    }

    private static List<string> Values(JsonElement schema, JsonElement? extension)
    {
        if (Optional(schema, "const") is { } constant)
        {
            return [constant.GetString()!];
        }

        var values = Texts(schema, "enum").ToList();
        if (extension is { } own && Optional(own, "values") is { } described)
        {
            values.AddRange(described.EnumerateObject().SelectMany(static v => Texts(v.Value, "aliases")));
        }

        return [.. values.Distinct(StringComparer.Ordinal)];
    }

    private void AddMembers(SchemaShape shape, string id, JsonElement schema)
    {
        foreach (JsonElement part in Parts(schema, "allOf"))
        {
            shape.Members.AddRange(Read(id, part, name: null).Members.Where(m => shape.Find(m.Name) is null));
        }

        if (Optional(schema, "properties") is { } properties)
        {
            // What a variant says about a member of its union only fixes its value.
            shape.Members.AddRange(properties.EnumerateObject()
                .Where(p => shape.Find(p.Name) is null)
                .Select(p => new SchemaMember(p.Name, Aliases(p.Value), Read(id, p.Value, name: null)))
                .ToList());
        }

        List<JsonElement> branches = [.. Parts(schema, "oneOf"), .. Parts(schema, "anyOf")];
        if (branches.Count > 0)
        {
            string[][] discriminators = [.. (Optional(schema, "x-wagen") is { } own ? Texts(own, "discriminators") : []).Select(static d => d.Split('.'))];
            shape.Union = new SchemaUnion(discriminators, [.. branches.Select(b => Variant(shape, id, b, discriminators))]);
            Unions.Add(shape.Union);
        }
    }

    private SchemaVariant Variant(SchemaShape union, string id, JsonElement branch, string[][] discriminators)
    {
        string? name = null;
        JsonElement schema = branch;
        if (branch.TryGetProperty("$ref", out JsonElement reference))
        {
            (_, schema, name) = Resolve(new Uri(new Uri(id), reference.GetString()));
        }

        JsonElement? extension = Optional(schema, "x-wagen");
        var shape = new SchemaShape { Kind = SchemaKind.Object, Name = Text(extension, "name") ?? name, Handler = Text(extension, "handler") };
        shape.Members.AddRange(union.Members);
        AddMembers(shape, id, schema);
        string[] content = Text(extension, "content")?.Split('.') ?? [];
        SchemaShape? end = shape;
        foreach (string step in content)
        {
            end = end?.Find(step)?.Shape;
        }

        return new SchemaVariant(shape, [.. discriminators.Select(d => Condition(id, schema, d))], content, end?.Kind == SchemaKind.List);
    }

    /// <summary>The texts by which a variant fixes a member.</summary>
    private List<string> Condition(string id, JsonElement schema, string[] path)
    {
        JsonElement current = schema;
        foreach (string name in path)
        {
            if (Own(current, name) is not { } next)
            {
                if (!current.TryGetProperty("$ref", out JsonElement reference) || Own(Resolve(new Uri(new Uri(id), reference.GetString())).Schema, name) is not { } there)
                {
                    return [];
                }

                next = there;
            }

            current = next;
        }

        return current.TryGetProperty("$ref", out _) ? [] : Values(current, extension: null);
    }

    private static JsonElement? Own(JsonElement schema, string member) =>
        Optional(schema, "properties") is { } properties ? Optional(properties, member) : null;

    private static IReadOnlyList<string> Aliases(JsonElement member) => Optional(member, "x-wagen") is { } extension ? Texts(extension, "aliases") : [];

    private static JsonElement.ArrayEnumerator Parts(JsonElement schema, string keyword) => Optional(schema, keyword) is { } parts ? parts.EnumerateArray() : default;

    private static string? Text(JsonElement? schema, string keyword) => schema is { } present && Optional(present, keyword) is { } text ? text.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement schema, string keyword) => Optional(schema, keyword) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(static t => t.GetString()!)],
        { } text => [text.GetString()!],
    };

    private static JsonElement? Optional(JsonElement holder, string name) => holder.TryGetProperty(name, out JsonElement found) ? found : null;
}
