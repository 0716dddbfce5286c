namespace WaGen.Cli.Schemas;

/// <summary>A whole body out of a schema file, and what it holds.</summary>
/// <param name="Field">The canonical name of the field whose schema has it.</param>
/// <param name="Number">Its place among the examples of the field, counted from 1.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Inspection">What handlers would see of it.</param>
internal sealed record Example(string Field, int Number, byte[] Body, WebhookInspection Inspection)
{
    /// <summary>Gets the events of the body, each kind once, in the order in which they first occur.</summary>
    public IReadOnlyList<(string Field, string Event)> Kinds { get; } =
        [.. Inspection.Items.Where(static item => item.Handler is not null).Select(static item => (item.Field!, item.Event!)).Distinct()];

    /// <summary>Reads the examples of a field.</summary>
    public static IReadOnlyList<Example> Of(WebhookContract contract, FieldSchema schema) =>
        [.. schema.Examples.Select((body, index) => new Example(schema.Field, index + 1, body, WebhookInspection.Read(contract, body)))];

    /// <summary>Returns what the body holds.</summary>
    /// <returns>The kinds of events, such as <c>messages/Text</c>.</returns>
    public string Describe() => Kinds.Count == 0 ? $"{Field} (unhandled)" : string.Join(", ", Kinds.Select(static kind => $"{kind.Field}/{kind.Event}"));
}
