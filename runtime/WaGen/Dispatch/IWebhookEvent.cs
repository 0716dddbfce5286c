using System.Buffers;

namespace WaGen;

/// <summary>The view of one webhook event. Implemented by generated code.</summary>
/// <typeparam name="T">The view itself.</typeparam>
public interface IWebhookEvent<T>
    where T : struct, IWebhookEvent<T>
{
    /// <summary>Reads a whole webhook body that holds exactly one event, this one.</summary>
    /// <param name="utf8Json">The body.</param>
    /// <returns>An event with memory of its own.</returns>
    /// <exception cref="FormatException">The body is not JSON, or does not hold exactly one event of this type.</exception>
    static abstract T Parse(ReadOnlySpan<byte> utf8Json);

    /// <summary>Copies the event and its context into memory of their own, which outlives the handler.</summary>
    /// <returns>The same event; an absent event stays absent.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    T Detach();

    /// <summary>Writes the event as a webhook body of its own: its envelope, its context and itself. An absent event writes nothing.</summary>
    /// <param name="output">Where the body goes.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    void WriteWebhookTo(IBufferWriter<byte> output);
}
