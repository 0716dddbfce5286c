namespace WaGen.Runtime;

/// <summary>The end of an object.</summary>
public ref partial struct PayloadReader
{
    /// <summary>Ends the object: keeps what nobody took.</summary>
    /// <typeparam name="T">The type of the payload.</typeparam>
    /// <param name="payload">The payload that was read.</param>
    /// <returns>The payload.</returns>
    public T Finished<T>(T payload)
        where T : Payload
    {
        Finish(payload);
        return payload;
    }
}
