using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Tells the values of an enumeration by their texts. Implemented by generated code.</summary>
/// <typeparam name="T">The enumeration; its default value stands for every text that the schema does not list.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnumReader<T>
    where T : struct, Enum
{
    /// <summary>Returns the value that a text stands for.</summary>
    /// <param name="text">The text as UTF-8, decoded.</param>
    /// <returns>The value; the default one when the text is unknown.</returns>
    static abstract T Parse(ReadOnlySpan<byte> text);
}
