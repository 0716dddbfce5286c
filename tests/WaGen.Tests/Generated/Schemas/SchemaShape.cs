namespace WaGen.Tests.Generated.Schemas;

/// <summary>A schema with its references followed. Shapes can contain themselves, so they are filled in after they are made.</summary>
internal sealed class SchemaShape
{
    /// <summary>The name of the type: its key under <c>$defs</c> unless it has one of its own.</summary>
    public string? Name { get; set; }

    /// <summary>The handler method's name without <c>On</c> and <c>Async</c>, when the schema gives one.</summary>
    public string? Handler { get; set; }

    public SchemaKind Kind { get; set; }

    /// <summary>Whether the scalar may be a text.</summary>
    public bool Text { get; set; }

    /// <summary>Whether the scalar may be a number or a boolean.</summary>
    public bool Plain { get; set; }

    /// <summary>The texts of an enumeration, aliases included, or the one text of a constant.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    public List<SchemaMember> Members { get; } = [];

    /// <summary>What a list or map holds.</summary>
    public SchemaShape? Element { get; set; }

    /// <summary>The variants, when the object is a union.</summary>
    public SchemaUnion? Union { get; set; }

    public SchemaMember? Find(string name) => Members.Find(m => m.Name == name);
}
