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

    /// <summary>The C# names that the member takes in its type. Those of a definition in another file are known when it is linked.</summary>
    public IEnumerable<string> PrintedNames()
    {
        yield return ClrName;
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
