using WaGen.Cli.Schemas;
using WaGen.Runtime;

namespace WaGen.Cli.Trigger;

/// <summary>Finds the examples that the name of a field or event means.</summary>
internal static class ExampleSelector
{
    /// <summary>Selects examples.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="catalog">The schema files.</param>
    /// <param name="name">A field, <c>field/Event</c> or an event; null for everything.</param>
    /// <exception cref="ToolException">The name means nothing, too much, or something without an example.</exception>
    public static IReadOnlyList<Example> Select(WebhookContract contract, SchemaCatalog catalog, string? name)
    {
        if (name is null)
        {
            return [.. contract.Fields.SelectMany(field => Examples(contract, catalog, field))];
        }

        if (contract.Fields.FirstOrDefault(field => IsField(field, name)) is { } whole)
        {
            IReadOnlyList<Example> examples = Examples(contract, catalog, whole);
            return examples.Count > 0 ? examples : throw new ToolException($"The schema of the field '{whole.Name}' has no example: 'wagen list' shows what has one.");
        }

        (WebhookField field, WebhookEventInfo item) = FindEvent(contract, name);
        return [Smallest(contract, catalog, field, item)];
    }

    private static (WebhookField Field, WebhookEventInfo Event) FindEvent(WebhookContract contract, string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        string? fieldName = slash < 0 ? null : name[..slash];
        string eventName = name[(slash + 1)..];
        (WebhookField Field, WebhookEventInfo Event)[] found =
        [
            .. contract.Fields
                .Where(field => fieldName is null || IsField(field, fieldName))
                .SelectMany(static field => field.Events.Select(item => (field, item)))
                .Where(pair => string.Equals(pair.item.Name, eventName, StringComparison.OrdinalIgnoreCase)),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new ToolException($"There is no field or event '{name}'{Near(contract, eventName)}: 'wagen list' shows all."),
            _ => throw new ToolException($"Several fields have an event '{eventName}': give one of {string.Join(", ", found.Select(static pair => $"{pair.Field.Name}/{pair.Event.Name}"))}."),
        };
    }

    private static string Near(WebhookContract contract, string name)
    {
        string[] near =
        [
            .. contract.Fields
                .SelectMany(static field => field.Events.Select(item => $"{field.Name}/{item.Name}").Prepend(field.Name))
                .Where(candidate => name.Length > 2 && candidate.Contains(name, StringComparison.OrdinalIgnoreCase))
                .Take(5),
        ];
        return near.Length == 0 ? string.Empty : $", but {string.Join(", ", near)}";
    }

    /// <summary>Takes the example that holds least beside the event.</summary>
    private static Example Smallest(WebhookContract contract, SchemaCatalog catalog, WebhookField field, WebhookEventInfo item) =>
        Examples(contract, catalog, field)
            .Concat(contract.Fields.Where(other => other != field).SelectMany(other => Examples(contract, catalog, other)))
            .Where(example => example.Kinds.Contains((field.Name, item.Name)))
            .MinBy(static example => example.Inspection.Items.Count)
        ?? throw new ToolException($"No example holds the event '{field.Name}/{item.Name}': add one to the schema of the field, or choose another event ('wagen list' counts examples).");

    private static IReadOnlyList<Example> Examples(WebhookContract contract, SchemaCatalog catalog, WebhookField field) =>
        catalog.Find(field.Name) is { } schema ? Example.Of(contract, schema) : [];

    private static bool IsField(WebhookField field, string name) =>
        string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase) || field.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
