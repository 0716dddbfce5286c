using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>What one schema file gave: a model without positions, and what is to be said about its places.</summary>
internal sealed record SchemaFile
{
    /// <summary>The file as the compiler names it.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the file came with the package; otherwise it is the user's.</summary>
    public required bool IsShipped { get; init; }

    /// <summary>The model; null when the file cannot be printed at all.</summary>
    public SchemaModel? Model { get; init; }

    /// <summary>What other files may refer to.</summary>
    public EquatableArray<SchemaExport> Exports { get; init; }

    /// <summary>References to other files, with their places.</summary>
    public EquatableArray<SchemaReference> References { get; init; }

    /// <summary>Names that must be unique among all files, with their places.</summary>
    public EquatableArray<SchemaClaim> Claims { get; init; }

    /// <summary>Paths of payloads, which may lead into other files, with their places.</summary>
    public EquatableArray<SchemaPath> Paths { get; init; }

    /// <summary>The problems found in the file alone.</summary>
    public EquatableArray<DiagnosticInfo> Problems { get; init; }
}

/// <summary>A reference to a definition of another file.</summary>
internal sealed record SchemaReference
{
    /// <summary>The absolute address.</summary>
    public required string Address { get; init; }

    /// <summary>Whether the address must be the one of an envelope.</summary>
    public bool IsEnvelope { get; init; }

    /// <summary>The member that an object of the envelope must have; null when it is the envelope itself that is referred to.</summary>
    public string? EnvelopeMember { get; init; }

    /// <summary>The group that the API must have; null when the address is that of no API.</summary>
    public string? Group { get; init; }

    public required SchemaPlace Place { get; init; }
}

/// <summary>What a claim is about.</summary>
internal enum ClaimKind
{
    /// <summary>The <c>$id</c> of a file.</summary>
    Id,

    /// <summary>The name of a field on the wire, within its envelope.</summary>
    FieldName,

    /// <summary>A C# type name.</summary>
    TypeName,

    /// <summary>A member of the context of the file's field.</summary>
    ContextMember,

    /// <summary>The name of an operation, within its API.</summary>
    OperationName,
}

/// <summary>A name that only one file may have.</summary>
internal sealed record SchemaClaim
{
    public required ClaimKind Kind { get; init; }

    public required string Name { get; init; }

    public required SchemaPlace Place { get; init; }

    /// <summary>The name without what makes it unique, for messages; of a file its printed file.</summary>
    public required string DisplayName { get; init; }
}
