using WaGen.Runtime;

namespace WaGen;

/// <summary>Reads payloads, and tells what in the text no schema describes.</summary>
public static class PayloadParser
{
    /// <summary>Reads a payload.</summary>
    /// <typeparam name="T">The type of payload; of a union the type that its variants derive from.</typeparam>
    /// <param name="utf8Json">The JSON text; an object.</param>
    /// <param name="findings">Takes unknown members and values of another kind than described; null when nobody wants to know.</param>
    /// <returns>The payload. Members that are missing or of another type are null.</returns>
    /// <exception cref="FormatException">The text is not valid JSON or no object; the message says why and at which byte.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json, ICollection<PayloadFinding>? findings)
        where T : Payload, IPayload<T>
    {
        WebhookDocument document = WebhookDocument.CreateDetached(utf8Json, anyRoot: false, out JsonFault fault) ?? throw new FormatException(fault.ToString());
        var reader = new PayloadReader(document, node: 0, findings);
        return T.Read(ref reader);
    }
}
