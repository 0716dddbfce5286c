using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What a path of a payload must lead to.</summary>
internal enum PathNeed
{
    /// <summary>Any member.</summary>
    Member,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text, a truth value or an enumeration.</summary>
    Value,

    /// <summary>Any member, without an array on the way.</summary>
    Single,

    /// <summary>A member that can be set: no array is walked on the way.</summary>
    Settable,
}

/// <summary>A way from a payload through its members. It may pass definitions of other files, so where it leads is known when the files are linked.</summary>
[DebuggerDisplay("{Text}")]
internal sealed record PayloadPath
{
    /// <summary>The path as written: names on the wire with dots between them, and brackets behind those of arrays that are walked.</summary>
    public required string Text { get; init; }

    /// <summary>What it must lead to.</summary>
    public required PathNeed Need { get; init; }

    /// <summary>The members on the way; empty until the files are linked, and when the path leads nowhere.</summary>
    public EquatableArray<PayloadStep> Steps { get; init; }

    /// <summary>The member that the path leads to; null when it leads nowhere.</summary>
    public PayloadStep? Last => Steps.IsEmpty ? null : Steps[Steps.Length - 1];

    /// <summary>The names on the way, and whether each is an array that is walked.</summary>
    public IEnumerable<(string Name, bool IsEach)> Names => Text
        .Split('.')
        .Select(static n => n.EndsWith("[]", StringComparison.Ordinal) ? (n.Substring(0, n.Length - "[]".Length), true) : (n, false));

}

/// <summary>One member on the way.</summary>
internal sealed record PayloadStep
{
    /// <summary>The member.</summary>
    public required MemberModel Member { get; init; }

    /// <summary>The full C# name of the variant that has the member; null when the object that the path came to has it.</summary>
    public string? Variant { get; init; }

    /// <summary>Whether each element of the array is walked.</summary>
    public required bool IsEach { get; init; }

    /// <summary>Whether the member is a union, which cannot be made without knowing the variant.</summary>
    public required bool IsUnion { get; init; }

    /// <summary>Whether the member is an object that has nothing to be set, so that it is there or not.</summary>
    public required bool IsBare { get; init; }
}
