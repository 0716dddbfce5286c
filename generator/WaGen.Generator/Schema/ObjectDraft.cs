using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>An object while its file is interpreted.</summary>
internal sealed class ObjectDraft(SchemaNode schema, string name, Provenance provenance)
{
    public SchemaNode Schema { get; } = schema;

    public string Name { get; } = name;

    public Provenance Provenance { get; } = provenance;

    public string Pointer { get; set; } = string.Empty;

    public EquatableArray<AdviceModel> Advice { get; set; }

    public List<MemberModel> Members { get; } = [];

    public UnionModel? Union { get; set; }

    public string? VariantOf { get; set; }

    /// <summary>Whether nothing is printed for the object, because it is a variant that has just the members of its union.</summary>
    public bool IsPlainVariant { get; set; }

    /// <summary>The part of a handler method's name between On and Async.</summary>
    public string Handler { get; set; } = name;

    /// <summary>Whether only binding needs the type, because its members are reached through the context.</summary>
    public bool IsInternal { get; set; }

    public EventRole? Event { get; set; }

    /// <summary>What the object is as a payload; null for views.</summary>
    public PayloadModel? Payload { get; set; }

    /// <summary>The members that tell variants apart, those of the union that the object is a variant of.</summary>
    public HashSet<string> Discriminators { get; } = new(StringComparer.Ordinal);

    public int SlotOf(string wireName) => Members.FindIndex(m => string.Equals(m.WireName, wireName, StringComparison.Ordinal));

    public ObjectModel Finish() => new()
    {
        Name = Name,
        Pointer = Pointer,
        Advice = Advice,
        Description = Schema.Description,
        Provenance = Provenance,
        Members = Members.ToEquatableArray(),
        IsInternal = IsInternal,
        IsOpen = Schema.IsOpen,
        Union = Union,
        VariantOf = VariantOf,
        Payload = Payload,
        Event = Event,
    };
}
