using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Carries what a schema advises from the generated code to the analyzers, also across assemblies. Has no effect at run time.</summary>
/// <param name="advice">What it is about.</param>
/// <param name="text">What belongs to it; <see cref="SchemaAdvice"/> says what that is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class SchemaAdviceAttribute(SchemaAdvice advice, string text) : Attribute
{
    /// <summary>Gets what the advice is about.</summary>
    public SchemaAdvice Advice { get; } = advice;

    /// <summary>Gets what belongs to it.</summary>
    public string Text { get; } = text;
}
