using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>A schema and the file that it stands in, against which its references are read.</summary>
internal sealed record LocatedSchema(SchemaDocument Document, SchemaNode Node)
{
    /// <summary>Other names of a member with this schema.</summary>
    public IEnumerable<string> Aliases => TextsOf(Node.Extension?["aliases"]);

    /// <summary>The texts that the schema lists, with the other spellings of each.</summary>
    public IEnumerable<string> Values => Node.Values.Select(static v => v.Text)
        .Concat(Node.Extension?["values"]?.Members.SelectMany(static m => TextsOf(m.Value["aliases"])) ?? []);

    /// <summary>The members that have to be there.</summary>
    public IEnumerable<string> Required => TextsOf(Node.Json["required"]);

    public LocatedSchema With(SchemaNode node) => new(Document, node);

    /// <summary>The texts of an array; empty for everything else.</summary>
    public static IEnumerable<string> TextsOf(JsonNode? array) =>
        array?.Items.Where(static i => i.Kind is JsonNodeKind.String).Select(static i => i.Text) ?? [];
}
