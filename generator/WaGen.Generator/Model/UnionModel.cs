using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>The variants of an object and what tells them apart.</summary>
internal sealed record UnionModel
{
    /// <summary>Paths of the discriminating members, the first is looked at first; empty when presence alone decides.</summary>
    public required EquatableArray<MemberPath> Discriminators { get; init; }

    /// <summary>The variants in the order of the schema; the number of a variant is its position plus one.</summary>
    public required EquatableArray<VariantModel> Variants { get; init; }

    /// <summary>Whether any variant has members that others have not.</summary>
    public bool HasOwnTypes => Variants.Any(static v => v.HasOwnType);
}

/// <summary>One variant of a union.</summary>
[DebuggerDisplay("{Name}")]
internal sealed record VariantModel
{
    /// <summary>The name of the variant's definition.</summary>
    public required string Name { get; init; }

    /// <summary>The C# name of the variant's view; that of the union when the variant has no members of its own.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether the variant has a view of its own.</summary>
    public required bool HasOwnType { get; init; }

    /// <summary>The part of the handler method's name between On and Async, and of TryGet and As methods.</summary>
    public required string Handler { get; init; }

    /// <summary>What the variant is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>What analyzers are to say about its handler method.</summary>
    public EquatableArray<AdviceModel> Advice { get; init; }

    /// <summary>For each discriminator of the union the values that select the variant; empty where any value will do.</summary>
    public required EquatableArray<EquatableArray<string>> Conditions { get; init; }

    /// <summary>The member that holds the variant's own content; null when there is none.</summary>
    public MemberPath? Content { get; init; }

    /// <summary>Whether the content is an array; otherwise it is an object.</summary>
    public bool ContentIsArray { get; init; }
}

/// <summary>A path of member names, without arrays.</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record MemberPath
{
    /// <summary>The names on the wire from the outside in.</summary>
    public required EquatableArray<string> Names { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(".", Names);
}
