using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Why an object is none of the variants of its union. Variants themselves are numbered from 1. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WebhookVariant
{
    /// <summary>The discriminator has a value that the schema does not list.</summary>
    public const int Unknown = -1;

    /// <summary>The discriminator is missing or no string.</summary>
    public const int NoDiscriminator = -2;

    /// <summary>The content is neither an object nor an array as the schema says.</summary>
    public const int MalformedContent = -3;
}
