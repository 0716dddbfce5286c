using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>Finds the parts of a schema file by the names that they get in C#.</summary>
/// <remarks>Takes the file as it is, so it finds what it can also while somebody edits.</remarks>
internal sealed class SchemaMap(JsonNode root)
{
    /// <summary>How many references are followed; a circle ends there.</summary>
    private const int MaxReferences = 16;

    private readonly SchemaSpot _root = new(root, string.Empty);

    /// <summary>Whether the file is the one that a link speaks of.</summary>
    public bool Is(SchemaLink link) =>
        root["$id"] is { Kind: JsonNodeKind.String } id
        && id.Text.EndsWith(link.File, StringComparison.Ordinal)
        && (id.Text.Length == link.File.Length || id.Text[id.Text.Length - link.File.Length - 1] is '/' or ':')
        && string.Equals(_root.Option("namespace"), link.Namespace, StringComparison.Ordinal);

    /// <summary>The value that a pointer leads to.</summary>
    public SchemaSpot? At(string pointer) => JsonPointer.Resolve(root, pointer) is { } node ? new SchemaSpot(node, pointer) : null;

    /// <summary>The member of an object, of what it is composed of, or of the union that it is a variant of.</summary>
    public SchemaSpot? Member(SchemaSpot schema, string name) =>
        OwnMember(Follow(schema), name, 0)
        ?? Unions(schema.Pointer).Select(union => OwnMember(union, name, 0)).FirstOrDefault(static m => m is not null);

    /// <summary>The value of an enumeration.</summary>
    public static SchemaSpot? Value(SchemaSpot schema, string name) => schema.Items("enum").FirstOrDefault(v =>
        string.Equals(schema.Node["x-wagen"]?["values"]?[v.Node.Text]?["name"]?.Text ?? ClrNames.Pascal(v.Node.Text), name, StringComparison.Ordinal));

    /// <summary>The variant of a union that has a handler method of this name, without On and Async.</summary>
    public SchemaSpot? Variant(SchemaSpot schema, string handler) => Branches(schema).Select(Follow).FirstOrDefault(b => HasHandler(b, handler));

    /// <summary>The event or variant of the field that has a handler method of this name, without On and Async.</summary>
    public SchemaSpot? Event(string handler)
    {
        foreach (SchemaSpot? item in Events().Select(static e => e.Node["path"]?.Text).OfType<string>().Select(Item))
        {
            if (item is not null && (HasHandler(item, handler) ? item : Variant(item, handler)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The lookup that gives a member of the context.</summary>
    public SchemaSpot? Lookup(string name) => Events().SelectMany(static e => e.Items("lookups")).FirstOrDefault(l => string.Equals(l.Node["name"]?.Text, name, StringComparison.Ordinal));

    private static bool HasHandler(SchemaSpot schema, string handler) => string.Equals(
        schema.Option("handler") ?? schema.Option("name") ?? schema.Pointer.Substring(schema.Pointer.LastIndexOf('/') + 1),
        handler,
        StringComparison.Ordinal);

    private static IEnumerable<SchemaSpot> Branches(SchemaSpot schema) => schema.Items("oneOf").Concat(schema.Items("anyOf"));

    /// <summary>The C# name of a member. That of an object or enumeration which is described in place is the name of its type.</summary>
    private static string NameOf(string wireName, SchemaSpot member)
    {
        JsonNode node = member.Node;
        bool namesItsType = node["$ref"] is null && (node["properties"] ?? node["oneOf"] ?? node["anyOf"] ?? node["allOf"] ?? node["enum"]) is not null;
        return (namesItsType ? null : member.Option("name")) ?? ClrNames.Pascal(wireName);
    }

    private IEnumerable<SchemaSpot> Events() => _root.Step("x-wagen")?.Items("events") ?? [];

    /// <summary>The schema of the items at the place of an event.</summary>
    private SchemaSpot? Item(string path)
    {
        SchemaSpot? current = Follow(_root);
        foreach (string step in path.Length == 0 ? [] : path.Split('.'))
        {
            bool isArray = step.EndsWith("[]", StringComparison.Ordinal);
            current = current is null ? null : current.Step("properties")?.Step(isArray ? step.Substring(0, step.Length - "[]".Length) : step);
            current = current is null ? null : Follow(current);
            current = isArray && current?.Step("items") is { } items ? Follow(items) : isArray ? null : current;
        }

        return current;
    }

    private SchemaSpot? OwnMember(SchemaSpot schema, string name, int depth)
    {
        foreach ((string wireName, SchemaSpot member) in schema.Members("properties"))
        {
            if (string.Equals(NameOf(wireName, member), name, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return depth == MaxReferences ? null : schema.Items("allOf").Select(part => OwnMember(Follow(part), name, depth + 1)).FirstOrDefault(static m => m is not null);
    }

    /// <summary>The unions that have the schema with this pointer as a variant.</summary>
    private IEnumerable<SchemaSpot> Unions(string pointer) =>
        _root.Members("$defs").Select(static d => d.Spot).Prepend(_root).Where(d => Branches(d).Any(b => string.Equals(Follow(b).Pointer, pointer, StringComparison.Ordinal)));

    /// <summary>The schema itself, or what its references within the file lead to.</summary>
    private SchemaSpot Follow(SchemaSpot schema)
    {
        for (int i = 0; i < MaxReferences; i++)
        {
            string? address = schema.Node["$ref"]?.Text;
            if (address?.StartsWith("#", StringComparison.Ordinal) is not true || At(address.Substring(1)) is not { } target)
            {
                break;
            }

            schema = target;
        }

        return schema;
    }
}
