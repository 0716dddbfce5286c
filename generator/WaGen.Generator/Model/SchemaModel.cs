using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What a schema file describes.</summary>
internal enum SchemaKind
{
    /// <summary>Objects and enumerations that other files share.</summary>
    Definitions,

    /// <summary>What surrounds a provider's values.</summary>
    Envelope,

    /// <summary>One webhook field.</summary>
    Field,

    /// <summary>Objects and enumerations that are sent and answered.</summary>
    Payloads,

    /// <summary>One operation of an API.</summary>
    Operation,

    /// <summary>What the operations of an API share.</summary>
    Api,
}

/// <summary>One schema file, ready to be linked and printed.</summary>
/// <remarks>Crosses the incremental pipeline: immutable, compared by value, holds no positions and no syntax.</remarks>
[DebuggerDisplay("{Kind} {Id}")]
internal sealed record SchemaModel
{
    /// <summary>The file's <c>$id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the printed file, without ending.</summary>
    public required string HintName { get; init; }

    /// <summary>What the file describes.</summary>
    public required SchemaKind Kind { get; init; }

    /// <summary>Whether the objects are sent and answered; otherwise they are views of what was received.</summary>
    public bool IsPayload => Kind is SchemaKind.Payloads or SchemaKind.Operation or SchemaKind.Api;

    /// <summary>The C# namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The objects, in the order of the file.</summary>
    public required EquatableArray<ObjectModel> Objects { get; init; }

    /// <summary>The enumerations, in the order of the file.</summary>
    public required EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>The field, for field schemas.</summary>
    public FieldModel? Field { get; init; }

    /// <summary>The envelope, for envelope schemas.</summary>
    public EnvelopeModel? Envelope { get; init; }

    /// <summary>The API and the group in it, for payload and operation schemas.</summary>
    public ApiGroup? Group { get; init; }

    /// <summary>The operation, for operation schemas.</summary>
    public OperationModel? Operation { get; init; }

    /// <summary>The API, for API schemas.</summary>
    public ApiModel? Api { get; init; }
}

/// <summary>What other files may refer to: an address, and how a member of that type is read.</summary>
internal sealed record SchemaExport
{
    /// <summary>The absolute address, with fragment.</summary>
    public required string Address { get; init; }

    /// <summary>How a member of this type is read.</summary>
    public required MemberType Type { get; init; }

    /// <summary>The object, when it is a payload: paths of other files lead through it.</summary>
    public ObjectModel? Payload { get; init; }

    /// <summary>The enumeration, when payloads have it: rules of other files name its values.</summary>
    public EnumModel? Enum { get; init; }

    /// <summary>The limits of a scalar or an array in payloads.</summary>
    public LimitModel? Limit { get; init; }
}
