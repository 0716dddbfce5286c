using WaGen.Cli.Schemas;

namespace WaGen.Cli.Fields;

/// <summary>What the contract describes, joined with what its schema files say.</summary>
internal sealed record ListReport(string Contract, IReadOnlyList<ListedField> Fields)
{
    public int Aliases => Fields.Sum(static listed => listed.Aliases.Count);

    public int Events => Fields.Sum(static listed => listed.Events.Count);

    public int Examples => Fields.Sum(static listed => listed.Examples);

    /// <summary>Gets the events that no example shows, as <c>field/Event</c>.</summary>
    public IEnumerable<string> WithoutExample =>
        Fields.SelectMany(static listed => listed.Events.Where(static item => item.Examples == 0).Select(item => $"{listed.Name}/{item.Name}"));

    public static ListReport Create(WebhookContract contract, SchemaCatalog catalog)
    {
        (FieldSchema? Schema, IReadOnlyList<Example> Examples)[] schemas =
            [.. contract.Fields.Select(field => catalog.Find(field.Name) is { } schema ? (schema, Example.Of(contract, schema)) : ((FieldSchema?)null, (IReadOnlyList<Example>)[]))];

        // An example of one field may hold events of another one too.
        ILookup<(string Field, string Event), Example> byKind = schemas
            .SelectMany(static schema => schema.Examples)
            .SelectMany(static example => example.Kinds.Select(kind => (Kind: kind, Example: example)))
            .ToLookup(static pair => pair.Kind, static pair => pair.Example);
        return new ListReport(contract.Name, [.. contract.Fields.Select((field, i) => new ListedField(
            field.Name,
            field.Aliases,
            field.HandlerType.Name,
            schemas[i].Schema?.Source,
            schemas[i].Schema?.Seen,
            schemas[i].Schema?.Pages ?? [],
            schemas[i].Examples.Count,
            [.. field.Events.Select(item => new ListedEvent(item.Name, item.Method, item.Group, byKind[(field.Name, item.Name)].Count()))]))]);
    }
}

/// <summary>One field.</summary>
internal sealed record ListedField(
    string Name,
    IReadOnlyList<string> Aliases,
    string HandlerType,
    string? Source,
    string? Seen,
    IReadOnlyList<SourcePage> Pages,
    int Examples,
    IReadOnlyList<ListedEvent> Events);

/// <summary>One kind of event and the number of examples that hold it.</summary>
internal sealed record ListedEvent(string Name, string Method, string Group, int Examples);
