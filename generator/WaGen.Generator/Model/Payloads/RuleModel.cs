using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What a rule over several members demands.</summary>
internal enum RuleKind
{
    /// <summary>One of the members must be there, and no other.</summary>
    ExactlyOne,

    /// <summary>One of the members must be there.</summary>
    AtLeastOne,

    /// <summary>No two of the members may be there.</summary>
    AtMostOne,

    /// <summary>The elements of several arrays together are limited in number.</summary>
    Count,

    /// <summary>Texts must differ.</summary>
    Unique,

    /// <summary>A member must be there, under a condition.</summary>
    Required,

    /// <summary>A member must not be there, under a condition.</summary>
    Forbidden,
}

/// <summary>A rule over several members of a payload.</summary>
[DebuggerDisplay("{Kind} {Paths[0].Text}")]
internal sealed record RuleModel
{
    /// <summary>What it demands.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The members; one for all kinds but the choices.</summary>
    public required EquatableArray<PayloadPath> Paths { get; init; }

    /// <summary>The fewest elements; null without a limit.</summary>
    public int? Minimum { get; init; }

    /// <summary>The most elements; null without a limit.</summary>
    public int? Maximum { get; init; }

    /// <summary>The member on which the rule depends; null when it does not.</summary>
    public PayloadPath? When { get; init; }

    /// <summary>The values of that member with which the rule holds, as on the wire; empty when any will do.</summary>
    public EquatableArray<string> Is { get; init; }

    /// <summary>Their names in C#, when the member is an enumeration and the files are linked.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The array on whose number of elements the rule depends; null when it does not.</summary>
    public PayloadPath? WhenCount { get; init; }

    /// <summary>The number of elements above which the rule holds.</summary>
    public int Above { get; init; }

    /// <summary>Whether all paths lead to members and the values of the condition have names; otherwise the rule is not printed.</summary>
    public bool IsLinked => Paths.Concat(new[] { When, WhenCount }).All(static p => p is null || !p.Steps.IsEmpty)
        && (When?.Last is not { Member.Type.Shape: MemberShape.Enum } || Values.Length > 0 || Is.IsEmpty);

    /// <summary>Why, as a sentence; null when the schema does not say.</summary>
    public string? Because { get; init; }
}
