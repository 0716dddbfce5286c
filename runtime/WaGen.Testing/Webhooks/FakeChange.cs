using System.Text.Json;

namespace WaGen.Testing;

/// <summary>An event of any field, its value written by hand.</summary>
public sealed record FakeChange : FakeEvent
{
    /// <summary>Gets the name of the field on the wire, such as <c>message_template_status_update</c>.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the value of the field.</summary>
    public required JsonFragment Value { get; init; }

    /// <inheritdoc/>
    internal override string FieldName => Field;

    /// <inheritdoc/>
    internal override bool HasEntryTime => true;

    /// <inheritdoc/>
    internal override void WriteValue(Utf8JsonWriter json, IReadOnlyList<FakeEvent> events) => json.WriteRawValue(Value.Utf8.Span);
}
