using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Tells the values of an enumeration by their texts, and the texts by their values. Implemented by printed code.</summary>
/// <typeparam name="T">The enumeration; its default value stands for every text that the schema does not list.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPayloadTexts<T> : IJsonEnumReader<T>
    where T : struct, Enum
{
    /// <summary>Returns the text that is written for a value.</summary>
    /// <param name="value">A value.</param>
    /// <returns>The text as UTF-8, without quotes and escaped for JSON; empty for a value that has none.</returns>
    static abstract ReadOnlySpan<byte> Text(T value);
}
