using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>What a schema limits of a member, for analyzers. Printed on members of payloads and on parameters that set them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PayloadLimitAttribute : Attribute
{
    /// <summary>Gets or sets the fewest code points of a text; 0 without a limit.</summary>
    public int MinLength { get; set; }

    /// <summary>Gets or sets the most code points of a text; 0 without a limit.</summary>
    public int MaxLength { get; set; }

    /// <summary>Gets or sets the form of a text as a regular expression; null without one.</summary>
    public string? Pattern { get; set; }

    /// <summary>Gets or sets the fewest elements of an array; 0 without a limit.</summary>
    public int MinItems { get; set; }

    /// <summary>Gets or sets the most elements of an array; 0 without a limit.</summary>
    public int MaxItems { get; set; }

    /// <summary>Gets or sets the smallest number; <see cref="double.NegativeInfinity"/> without a limit.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>Gets or sets the largest number; <see cref="double.PositiveInfinity"/> without a limit.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;
}
