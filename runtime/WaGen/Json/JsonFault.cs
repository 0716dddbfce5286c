namespace WaGen;

/// <summary>Where and why bytes are not the JSON that is expected.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Position">The offset of the first wrong byte, counted from 0; the length of the text when it ends too early.</param>
public readonly record struct JsonFault(JsonFaultKind Kind, int Position)
{
    /// <summary>Gets the reason as a sentence, without any received content.</summary>
    public string Message => Kind switch
    {
        JsonFaultKind.None => "The text is valid JSON.",
        JsonFaultKind.Empty => "The text is empty.",
        JsonFaultKind.ByteOrderMark => "The text starts with a byte order mark, which JSON does not allow.",
        JsonFaultKind.RootNotObject => "The outermost value is not an object.",
        JsonFaultKind.TooDeep => "More than 512 objects and arrays are nested.",
        JsonFaultKind.UnexpectedEnd => "The text ends in the middle of a value.",
        JsonFaultKind.ExpectedValue => "A value is missing here.",
        JsonFaultKind.ExpectedName => "A member name in quotes is missing here.",
        JsonFaultKind.ExpectedColon => "A colon is missing after the member name.",
        JsonFaultKind.ExpectedCommaOrEnd => "A comma or the closing bracket is missing after the value.",
        JsonFaultKind.InvalidLiteral => "The word is none of true, false and null.",
        JsonFaultKind.InvalidNumber => "The number is not written as JSON wants it.",
        JsonFaultKind.ControlCharacter => "A string contains a control character that must be escaped.",
        JsonFaultKind.InvalidEscape => "A backslash in a string is not followed by a valid escape.",
        JsonFaultKind.InvalidUtf8 => "A string contains bytes that are not UTF-8.",
        JsonFaultKind.TrailingData => "Something follows the outermost value.",
        _ => "The text is not valid JSON.",
    };

    /// <summary>Returns the sentence and the position.</summary>
    /// <returns>Text without any received content.</returns>
    public override string ToString() =>
        Kind == JsonFaultKind.None ? Message : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Message} (byte {Position})");
}
