using System.Buffers;

namespace WaGen.Runtime;

/// <summary>What the views of events and unions add to the plain accessors.</summary>
public readonly partial struct JsonView
{
    /// <summary>Returns what surrounds the event; the same as the context that handlers get.</summary>
    /// <returns>The item; an absent one when the view is absent or no event.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public WebhookItem GetItem() => WebhookItem.Of(this);

    /// <summary>Copies the event and its context into memory of their own.</summary>
    /// <returns>The view of the same event; an absent view stays absent.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public JsonView DetachEvent() => GetItem().Detach().View;

    /// <summary>Writes the event as a body of its own. An absent one writes nothing.</summary>
    /// <param name="output">Where the body goes.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void WriteWebhookTo(IBufferWriter<byte> output) => GetItem().WriteTo(output);

    /// <summary>Tells whether the object is this variant, and gives the view of it.</summary>
    /// <typeparam name="T">The generated type of the variant.</typeparam>
    /// <param name="number">The number of the variant, from 1.</param>
    /// <param name="variant">The typed view; an absent one when the object is no such variant.</param>
    /// <returns>Whether the object is that variant.</returns>
    public bool TryGetVariant<T>(int number, out T variant)
        where T : struct, IJsonView<T>
    {
        bool found = Variant == number;
        variant = found ? As<T>() : default;
        return found;
    }
}
