using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>What a schema says about several members of a payload together, for analyzers. Printed on payloads.</summary>
/// <param name="kind">The kind of rule: <c>exactlyOne</c>, <c>atLeastOne</c>, <c>atMostOne</c>, <c>count</c> or <c>unique</c>.</param>
/// <param name="members">The names of the C# members; for <c>count</c> and <c>unique</c> the steps of one path.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class PayloadRuleAttribute(string kind, params string[] members) : Attribute
{
    /// <summary>Gets the kind of rule.</summary>
    public string Kind { get; } = kind;

    /// <summary>Gets the names of the C# members, or the steps of a path.</summary>
    public string[] Members { get; } = members;

    /// <summary>Gets or sets the fewest elements for <c>count</c>; 0 without a limit.</summary>
    public int Minimum { get; set; }

    /// <summary>Gets or sets the most elements for <c>count</c>; 0 without a limit.</summary>
    public int Maximum { get; set; }
}
