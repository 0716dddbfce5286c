using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>A parameter of an operation beside its body.</summary>
[DebuggerDisplay("{Name} in {Place}")]
internal sealed record ParameterModel
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the C# parameter.</summary>
    public required string ClrName { get; init; }

    /// <summary>The C# type without question mark.</summary>
    public required string ClrType { get; init; }

    /// <summary>Where it is sent: a member of the runtime's enumeration.</summary>
    public required string Place { get; init; }

    /// <summary>Whether a request without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is the file of a form.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether there may be several: texts and numbers are sent as a JSON array, files as a part each.</summary>
    public bool IsList { get; init; }

    /// <summary>The texts that are accepted; empty when any is.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The C# expression of what is sent unless the caller decides; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>The text that is always sent; null when the caller decides.</summary>
    public string? Constant { get; init; }

    /// <summary>What it is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>The kinds of file that are accepted.</summary>
    public EquatableArray<MediaModel> Media { get; init; }
}

/// <summary>One kind of file that is accepted.</summary>
internal sealed record MediaModel(string Type, long Bytes, string? Class);
