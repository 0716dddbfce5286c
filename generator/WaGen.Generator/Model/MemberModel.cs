using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>One member of a printed object; its position in the object's list is its slot.</summary>
[DebuggerDisplay("{WireName} -> {ClrName}: {Type}")]
internal sealed record MemberModel
{
    /// <summary>The name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>Other names on the wire for the same thing.</summary>
    public required EquatableArray<string> Aliases { get; init; }

    /// <summary>The name of the C# property.</summary>
    public required string ClrName { get; init; }

    /// <summary>How it is bound and read.</summary>
    public required MemberType Type { get; init; }

    /// <summary>What it is, from the schema; null when the schema says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Where the fact comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What analyzers are to say about its use.</summary>
    public EquatableArray<AdviceModel> Advice { get; init; }

    /// <summary>Whether the member always holds the same text, so that nobody compares its bytes.</summary>
    public bool IsConst { get; init; }

    /// <summary>The text that a payload always has there, so that it gets no property; null for all other members.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether a payload must have the member.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The value that a payload has there unless another one is set, as in the schema; null without one.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the member is an object that is there by itself, because it need not be filled.</summary>
    public bool IsPrefilled { get; init; }

    /// <summary>Whether code that makes a payload has to set the member.</summary>
    public bool MustBeSet => IsRequired && Default is null && !IsPrefilled && Constant is null;

    /// <summary>What a payload may have there; null without limits.</summary>
    public LimitModel? Limit { get; init; }

    /// <summary>The C# names that the member takes in its type. Those of a definition in another file are known when it is linked.</summary>
    /// <param name="isPayload">Whether the type is no view but a payload.</param>
    public IEnumerable<string> PrintedNames(bool isPayload = false)
    {
        if (Constant is null)
        {
            yield return ClrName;
        }

        if (isPayload)
        {
            yield break;
        }

        switch (Type.Shape)
        {
            case MemberShape.Text or MemberShape.Id when !IsConst:
                yield return ClrName + "Utf8";
                yield return ClrName + "Equals";
                break;
            case MemberShape.Enum:
                yield return ClrName + "Text";
                break;
            default:
                break;
        }

        if (!Aliases.IsEmpty)
        {
            yield return ClrName + "WireNameUtf8";
        }

        if (Type.IsJsonText)
        {
            yield return "Parse" + ClrName;
        }
    }
}
