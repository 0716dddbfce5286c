using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>The JSON types that a schema allows.</summary>
[Flags]
internal enum SchemaTypes
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,
    Integer = 8,
    Number = 16,
    Boolean = 32,
    Null = 64,
}

/// <summary>One schema with its keywords, checked but not interpreted. Lives only while a file is parsed.</summary>
internal sealed class SchemaNode
{
    /// <summary>The JSON behind the schema.</summary>
    public required JsonNode Json { get; init; }

    /// <summary>The reference as written; null without one.</summary>
    public JsonNode? Reference { get; set; }

    public SchemaTypes Types { get; set; }

    /// <summary>The type that is listed first, null aside: payloads are written in that form.</summary>
    public SchemaTypes FirstType { get; set; }

    /// <summary>The types without null; where none are named, what the keywords say about them.</summary>
    public SchemaTypes KnownTypes => (Types & ~SchemaTypes.Null) is not SchemaTypes.None and var types ? types : this switch
    {
        { Properties.Count: > 0 } or { Branches.Count: > 0 } or { AllOf.Count: > 0 } or { AdditionalProperties: not null } => SchemaTypes.Object,
        { Items: not null } => SchemaTypes.Array,
        { Values.Count: > 0 } => SchemaTypes.String,
        _ => SchemaTypes.None,
    };

    public string? Format { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public bool IsDeprecated { get; set; }

    /// <summary>Whether <c>contentMediaType</c> says that the text is JSON.</summary>
    public bool IsJsonText { get; set; }

    public List<SchemaProperty> Properties { get; } = [];

    /// <summary>The schema of members that are not listed; null without one or when it is only <c>true</c> or <c>false</c>.</summary>
    public SchemaNode? AdditionalProperties { get; set; }

    /// <summary>Whether members that are not listed are expected, because nobody knows them all.</summary>
    public bool IsOpen { get; set; }

    public SchemaNode? Items { get; set; }

    /// <summary>The branches of <c>oneOf</c> and <c>anyOf</c>.</summary>
    public List<SchemaNode> Branches { get; } = [];

    public List<SchemaNode> AllOf { get; } = [];

    /// <summary>The allowed texts: of <c>enum</c>, or the one of <c>const</c>.</summary>
    public List<JsonNode> Values { get; } = [];

    /// <summary>Whether <see cref="Values"/> come from <c>const</c>.</summary>
    public bool IsConst { get; set; }

    /// <summary>Definitions, for the root only.</summary>
    public List<SchemaProperty> Definitions { get; } = [];

    /// <summary>All schemas that stand directly in this one.</summary>
    public IEnumerable<SchemaNode> Inner =>
        Properties.Concat(Definitions).Select(static p => p.Schema).Concat(Branches).Concat(AllOf).Concat(new[] { Items, AdditionalProperties }.OfType<SchemaNode>());

    /// <summary>The vocabulary's own part; null without one.</summary>
    public JsonNode? Extension { get; set; }

    /// <summary>The name that <c>x-wagen</c> gives.</summary>
    public string? Name => Extension?["name"] is { Kind: JsonNodeKind.String } name ? name.Text : null;

    /// <summary>Schemas are the keys of many tables, and a hash code that is made up for an object costs more than its place in the file.</summary>
    public override int GetHashCode() => Json.Span.Start;

    public SchemaNode? Property(string name) => Properties.Find(p => string.Equals(p.Name, name, StringComparison.Ordinal))?.Schema;
}

/// <summary>A named schema: a property or a definition.</summary>
internal sealed class SchemaProperty(string name, TextSpan nameSpan, SchemaNode schema)
{
    public string Name { get; } = name;

    public TextSpan NameSpan { get; } = nameSpan;

    public SchemaNode Schema { get; } = schema;
}
