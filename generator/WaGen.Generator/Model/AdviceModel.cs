using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What the attributes of printed code can say to analyzers; the same names as in the runtime.</summary>
internal enum AdviceTopic
{
    /// <summary>The provider has moved on.</summary>
    Deprecated,

    /// <summary>The member is no key; another one is.</summary>
    Key,

    /// <summary>The list is searched by a member of the context.</summary>
    Lookup,

    /// <summary>The event tells about a failure.</summary>
    Failure,

    /// <summary>The event stands for what could not be delivered in its own form.</summary>
    Fallback,
}

/// <summary>One advice of a schema about a type or member.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">What belongs to it.</param>
[DebuggerDisplay("{Topic}: {Text}")]
internal sealed record AdviceModel(AdviceTopic Topic, string Text);
