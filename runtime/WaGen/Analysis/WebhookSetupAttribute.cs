using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Tells the analyzers which part a member of a host package has in setting an endpoint up. Has no effect at run time.</summary>
/// <param name="part">The part.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class WebhookSetupAttribute(WebhookSetup part) : Attribute
{
    /// <summary>Gets the part.</summary>
    public WebhookSetup Part { get; } = part;

    /// <summary>Gets the configuration key from which the value is usually read; null for members that are not read from there.</summary>
    public string? ConfigurationKey { get; init; }

    /// <summary>Gets the least value with which nothing the provider sends is refused, in bytes; 0 when there is none.</summary>
    public int Minimum { get; init; }
}
