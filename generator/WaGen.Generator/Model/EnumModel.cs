using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>One printed open enumeration.</summary>
[DebuggerDisplay("enum {Name}, {Values.Length} values")]
internal sealed record EnumModel
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

    /// <summary>The known values in the order of the schema.</summary>
    public required EquatableArray<EnumValueModel> Values { get; init; }
}

/// <summary>One known value of an enumeration.</summary>
internal sealed record EnumValueModel
{
    /// <summary>The text on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>Other spellings on the wire.</summary>
    public required EquatableArray<string> Aliases { get; init; }

    /// <summary>The C# name.</summary>
    public required string ClrName { get; init; }

    /// <summary>What it means, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>What analyzers are to say about its use.</summary>
    public EquatableArray<AdviceModel> Advice { get; init; }
}
