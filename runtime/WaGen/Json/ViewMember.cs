namespace WaGen.Runtime;

/// <summary>How a member is bound, for walks over bound views.</summary>
internal enum ViewMember
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string or a number, read as text.</summary>
    TextOrNumber,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Seconds since 1970.</summary>
    UnixTime,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>The text of an enumeration.</summary>
    Enum,

    /// <summary>Anything.</summary>
    Raw,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,
}
