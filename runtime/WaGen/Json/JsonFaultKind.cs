namespace WaGen;

/// <summary>Why bytes are not the JSON that is expected.</summary>
public enum JsonFaultKind : byte
{
    /// <summary>There is no fault.</summary>
    None,

    /// <summary>There is nothing but white space.</summary>
    Empty,

    /// <summary>The text starts with a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The outermost value is not an object.</summary>
    RootNotObject,

    /// <summary>More than 512 objects and arrays are nested.</summary>
    TooDeep,

    /// <summary>The text ends in the middle of a value.</summary>
    UnexpectedEnd,

    /// <summary>Something else stands where a value must start.</summary>
    ExpectedValue,

    /// <summary>Something else stands where a member name must start.</summary>
    ExpectedName,

    /// <summary>Something else stands where a colon must follow a member name.</summary>
    ExpectedColon,

    /// <summary>Something else stands where a comma or the closing bracket must follow a value.</summary>
    ExpectedCommaOrEnd,

    /// <summary>A word is none of <c>true</c>, <c>false</c> and <c>null</c>.</summary>
    InvalidLiteral,

    /// <summary>A number is not written as JSON wants it.</summary>
    InvalidNumber,

    /// <summary>A string contains a control character that must be escaped.</summary>
    ControlCharacter,

    /// <summary>A backslash in a string is not followed by a valid escape.</summary>
    InvalidEscape,

    /// <summary>A string contains bytes that are not UTF-8.</summary>
    InvalidUtf8,

    /// <summary>Something follows the outermost value.</summary>
    TrailingData,
}
