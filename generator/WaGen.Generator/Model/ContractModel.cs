using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>An envelope and the names of the fields that it carries.</summary>
/// <remarks>Of a field only names are kept, so that a change inside one does not print the contract again.</remarks>
[DebuggerDisplay("contract {Envelope.Name}, {Fields.Length} fields")]
internal sealed record ContractModel
{
    /// <summary>The <c>$id</c> of the envelope.</summary>
    public required string Id { get; init; }

    /// <summary>The C# namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The envelope.</summary>
    public required EnvelopeModel Envelope { get; init; }

    /// <summary>The fields, in the order of their names.</summary>
    public required EquatableArray<ContractField> Fields { get; init; }
}

/// <summary>The names of a field.</summary>
internal sealed record ContractField
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Other names on the wire.</summary>
    public required EquatableArray<string> Aliases { get; init; }

    /// <summary>The <c>$id</c> of the envelope.</summary>
    public required string EnvelopeId { get; init; }

    /// <summary>The full C# name of the generated field class.</summary>
    public required string FieldType { get; init; }
}
