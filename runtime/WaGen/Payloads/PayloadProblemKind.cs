namespace WaGen;

/// <summary>The kinds of limits of a payload.</summary>
public enum PayloadProblemKind
{
    /// <summary>A member that must be there is missing.</summary>
    Required,

    /// <summary>A text is too short, in code points.</summary>
    MinLength,

    /// <summary>A text is too long, in code points.</summary>
    MaxLength,

    /// <summary>A text has not the form that is asked for.</summary>
    Pattern,

    /// <summary>A number is too small.</summary>
    Minimum,

    /// <summary>A number is too large.</summary>
    Maximum,

    /// <summary>An array has too few elements.</summary>
    MinItems,

    /// <summary>An array, or several together, have too many elements.</summary>
    MaxItems,

    /// <summary>Several members are there of which only one may, or none of which one must.</summary>
    Choice,

    /// <summary>Two values are the same that must differ.</summary>
    Unique,

    /// <summary>A member must not be there beside the others.</summary>
    Forbidden,

    /// <summary>A value of an enumeration or a variant that the schema does not list; it has no text to be written.</summary>
    Unknown,
}
