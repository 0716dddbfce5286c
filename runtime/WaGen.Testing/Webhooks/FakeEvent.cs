using System.Text.Json;

namespace WaGen.Testing;

/// <summary>One event that the platform tells by webhook. Change what it says by <c>with</c>.</summary>
public abstract record FakeEvent
{
    private protected FakeEvent()
    {
    }

    /// <summary>Gets the id of the business account (WABA) that the event belongs to.</summary>
    public string AccountId { get; init; } = "102290129340398";

    /// <summary>Gets when it happened, to the second. The present by default.</summary>
    public DateTimeOffset Timestamp { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>Gets the name of the webhook field on the wire.</summary>
    internal abstract string FieldName { get; }

    /// <summary>Gets a value indicating whether the entry tells when it was sent.</summary>
    internal virtual bool HasEntryTime => false;

    /// <summary>Makes a webhook body of this event alone.</summary>
    /// <returns>A new array of UTF-8.</returns>
    public byte[] ToUtf8Json() => WebhookBodies.Batch(this);

    /// <summary>Returns the name of the type, without content: events hold phone numbers and messages.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Whether another event of the same account may stand in the same value.</summary>
    internal virtual bool CanShareValue(FakeEvent other) => false;

    /// <summary>Writes the value of the field.</summary>
    /// <param name="json">Takes the object.</param>
    /// <param name="events">This event and those that share its value.</param>
    internal abstract void WriteValue(Utf8JsonWriter json, IReadOnlyList<FakeEvent> events);
}
