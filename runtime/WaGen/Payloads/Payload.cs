using System.Buffers;
using System.ComponentModel;
using WaGen.Runtime;

namespace WaGen;

/// <summary>An object that is sent to an API or that an API answered. The types are printed from schemas.</summary>
/// <remarks>
/// Payloads are immutable: build them with an object initializer and change copies of them by <c>with</c>. One that was read keeps what its
/// type does not describe, so that writing it again gives equal JSON.
/// </remarks>
public abstract record Payload
{
    /// <summary>Gets what reading kept beside the typed members; null for a payload that was built in code.</summary>
    internal PayloadSource? Source { get; set; }

    /// <summary>Gets the members that were received and that the schema does not describe; empty for a payload that was built in code.</summary>
    public IReadOnlyList<UnknownPayloadMember> UnknownMembers => Source?.Unknown ?? [];

    /// <summary>Reads a payload.</summary>
    /// <typeparam name="T">The type of payload; of a union the type that its variants derive from.</typeparam>
    /// <param name="utf8Json">The JSON text; an object.</param>
    /// <returns>The payload. Members that are missing or of another type are null.</returns>
    /// <exception cref="FormatException">The text is not valid JSON or no object; the message says why and at which byte.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json)
        where T : Payload, IPayload<T> => PayloadParser.Parse<T>(utf8Json, findings: null);

    /// <summary>Writes the payload as JSON in UTF-8, without white space. What is null is left out. Nothing is checked.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var writer = new PayloadWriter(output);
        writer.Root(this);
    }

    /// <summary>Writes the payload as JSON in UTF-8. Nothing is checked.</summary>
    /// <returns>A new array.</returns>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteTo(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Checks the limits of the schema: what is required, lengths, counts, ranges, patterns, and what excludes each other.</summary>
    /// <returns>All that is wrong, with the place of each; empty when nothing is. No entry holds the text that was checked.</returns>
    public IReadOnlyList<PayloadProblem> Validate()
    {
        var check = new PayloadCheck();
        check.Root(this);
        return check.Problems;
    }

    /// <summary>Throws when <see cref="Validate"/> finds something.</summary>
    /// <exception cref="PayloadValidationException">The payload breaks limits; the exception lists all of them.</exception>
    public void ThrowIfInvalid()
    {
        IReadOnlyList<PayloadProblem> problems = Validate();
        if (problems.Count > 0)
        {
            throw new PayloadValidationException(GetType().Name, problems);
        }
    }

    /// <summary>Returns the name of the type, without content: payloads hold phone numbers and messages.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Writes the members. Implemented by printed code.</summary>
    /// <param name="json">Takes the members in the order of the schema.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void WriteMembers(ref PayloadWriter json);

    /// <summary>Checks the members against the limits of the schema. Implemented by printed code.</summary>
    /// <param name="check">Takes the members and what the schema says of them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void CheckMembers(PayloadCheck check)
    {
    }
}
