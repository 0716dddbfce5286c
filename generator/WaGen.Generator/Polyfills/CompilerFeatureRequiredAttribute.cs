using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Marks a member that only a compiler with the named feature understands; <c>required</c> needs it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;

    public bool IsOptional { get; init; }
}
