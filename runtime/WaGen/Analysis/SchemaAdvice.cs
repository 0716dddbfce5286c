using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>What a schema advises the users of a generated type or member about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SchemaAdvice
{
    /// <summary>The provider has moved on. The text is what the schema says about it.</summary>
    Deprecated,

    /// <summary>The member may be absent, so it is no key to find somebody by. The text is the name of the member beside it that is one.</summary>
    Key,

    /// <summary>The list is searched by a member of the same context. The text is the name of that member.</summary>
    Lookup,

    /// <summary>The event tells about a failure that nobody else reports. The text is the method of the group it belongs to.</summary>
    Failure,

    /// <summary>The event stands for what the provider could not deliver in its own form. The text is the method of the group it belongs to.</summary>
    Fallback,
}
