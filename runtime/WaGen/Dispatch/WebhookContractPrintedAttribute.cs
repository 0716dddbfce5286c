using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Marks an assembly into which the types of a contract were generated, so that projects that reference it do not generate them again.</summary>
/// <param name="kind">What was generated: <c>webhooks</c>, or <c>api</c> for groups of operations.</param>
/// <param name="contract">The name of the provider.</param>
/// <param name="rootNamespace">The namespace of the types.</param>
/// <param name="accessibility">Their accessibility, <c>public</c> or <c>internal</c>.</param>
/// <param name="fields">The names of the fields or groups, joined by semicolons.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WebhookContractPrintedAttribute(string kind, string contract, string rootNamespace, string accessibility, string fields) : Attribute
{
    /// <summary>Gets what was generated.</summary>
    public string Kind { get; } = kind;

    /// <summary>Gets the name of the provider.</summary>
    public string Contract { get; } = contract;

    /// <summary>Gets the namespace of the types.</summary>
    public string RootNamespace { get; } = rootNamespace;

    /// <summary>Gets the accessibility of the types.</summary>
    public string Accessibility { get; } = accessibility;

    /// <summary>Gets the names of the fields or groups, joined by semicolons.</summary>
    public string Fields { get; } = fields;
}
