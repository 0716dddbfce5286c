using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What surrounds the values of a provider.</summary>
[DebuggerDisplay("envelope {Name}")]
internal sealed record EnvelopeModel
{
    /// <summary>The provider's name: the stem of the contract's C# names.</summary>
    public required string Name { get; init; }

    /// <summary>What the provider is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The member of the root that names the product; null when any body is taken.</summary>
    public string? ProductMember { get; init; }

    /// <summary>The product's value.</summary>
    public string? ProductValue { get; init; }

    /// <summary>The objects from the root to the change, the root first.</summary>
    public required EquatableArray<EnvelopeLevel> Levels { get; init; }

    /// <summary>The slot of the change's member that names the field.</summary>
    public required int FieldSlot { get; init; }

    /// <summary>The slot of the change's member that holds the value.</summary>
    public required int ValueSlot { get; init; }

    /// <summary>The position in <see cref="Levels"/> of the object that has the entry's id; -1 when there is none.</summary>
    public required int EntryIdLevel { get; init; }

    /// <summary>The slot of the member that holds the entry's id.</summary>
    public required int EntryIdSlot { get; init; }
}

/// <summary>One object on the way from the root to the change.</summary>
internal sealed record EnvelopeLevel
{
    /// <summary>The member of the outer level that leads here; empty for the root.</summary>
    public required string WireName { get; init; }

    /// <summary>The slot of that member; -1 for the root.</summary>
    public required int Slot { get; init; }

    /// <summary>Whether that member is an array of such objects.</summary>
    public required bool IsArray { get; init; }

    /// <summary>The C# name of the object's view.</summary>
    public required string TypeName { get; init; }

    /// <summary>The name of the context's property.</summary>
    public required string ClrName { get; init; }

    /// <summary>What the object is, from the schema.</summary>
    public string? Description { get; init; }
}
