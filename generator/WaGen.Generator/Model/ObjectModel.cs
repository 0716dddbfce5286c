using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>One printed object view.</summary>
[DebuggerDisplay("{Name}, {Members.Length} members")]
internal sealed record ObjectModel
{
    /// <summary>The C# name without namespace.</summary>
    public required string Name { get; init; }

    /// <summary>Where in the file it is described: a JSON pointer with a number sign in front.</summary>
    public required string Pointer { get; init; }

    /// <summary>What it is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>What analyzers are to say about its use.</summary>
    public EquatableArray<AdviceModel> Advice { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The members in slot order; those of a union's variant start with the common ones.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>Whether only binding needs the view, because its members are reached through the context.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Whether members that the schema does not list are expected, and no difference to be counted.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The variants, when the object is a union.</summary>
    public UnionModel? Union { get; init; }

    /// <summary>The union of which the object is a variant; null for others.</summary>
    public string? VariantOf { get; init; }

    /// <summary>What the object is as a payload; null for views.</summary>
    public PayloadModel? Payload { get; init; }

    /// <summary>What the object is as an event; null for objects that are none.</summary>
    public EventRole? Event { get; init; }
}

/// <summary>An object that reaches handlers by itself.</summary>
internal sealed record EventRole
{
    /// <summary>The C# name of the generated field class.</summary>
    public required string FieldClass { get; init; }

    /// <summary>The C# name of the context type.</summary>
    public required string ContextType { get; init; }

    /// <summary>The index of the first event of the field that has this type.</summary>
    public required int FirstEvent { get; init; }

    /// <summary>How many events of the field, from the first one on, have this type.</summary>
    public required int EventCount { get; init; }
}
