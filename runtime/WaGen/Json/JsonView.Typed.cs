namespace WaGen.Runtime;

/// <summary>What generated views add to the plain accessors.</summary>
public readonly partial struct JsonView
{
    /// <summary>Wraps the view in its type.</summary>
    /// <typeparam name="T">The generated type that bound the object.</typeparam>
    /// <returns>The typed view; an absent one when this view is absent.</returns>
    public T As<T>()
        where T : struct, IJsonView<T> => T.Create(this);

    /// <summary>Gets the value of an enumeration.</summary>
    /// <typeparam name="TReader">The generated type that knows the texts.</typeparam>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The value, the default one for an unknown text, or null when absent.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public T? GetEnum<TReader, T>(int slot)
        where TReader : struct, IJsonEnumReader<T>
        where T : struct, Enum
    {
        if (!IsSet(slot))
        {
            return null;
        }

        T value = TReader.Parse(GetUtf8(slot));
        EnsureCurrent();
        return value;
    }

    /// <summary>Gets the text of an enumeration's member, also of a value that the enumeration does not have.</summary>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The text as it was received, decoded; null when absent.</returns>
    public string? GetEnumText(int slot) => GetText(slot);

    /// <summary>Reads the JSON in a text member into memory of its own.</summary>
    /// <param name="slot">The member.</param>
    /// <returns>The value; absent when the member is absent or its text is no JSON object.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public RawJson ParseJsonText(int slot)
    {
        if (!IsSet(slot))
        {
            return default;
        }

        byte[] text = GetUtf8(slot).ToArray();
        EnsureCurrent();
        return RawJson.TryParse(text, out RawJson value) ? value : default;
    }

    /// <summary>Throws when the body was processed meanwhile. Called after bytes were looked at, so that nothing is concluded from foreign ones.</summary>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void EnsureCurrent() => _document?.ThrowIfLate(_version);
}
