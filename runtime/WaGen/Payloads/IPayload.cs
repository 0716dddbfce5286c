using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Reads a type of payload. Implemented by printed code.</summary>
/// <typeparam name="TSelf">The payload.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPayload<TSelf>
    where TSelf : Payload, IPayload<TSelf>
{
    /// <summary>Reads an object.</summary>
    /// <param name="json">Stands at the object.</param>
    /// <returns>The payload; of a union the variant that the object is.</returns>
    static abstract TSelf Read(ref PayloadReader json);
}
