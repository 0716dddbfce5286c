using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>A field with its envelope and the places of its events.</summary>
internal sealed class FieldView
{
    private static readonly string[] WayKeys = ["path", "field", "value"];

    private FieldView(SchemaDocument document, SchemaDocument envelope, IReadOnlyList<EventView> events)
    {
        Document = document;
        Envelope = envelope;
        Events = events;
        JsonNode extension = document.Root!.Extension!;
        Names = [extension["field"]!.Text, .. LocatedSchema.TextsOf(extension["aliases"])];
    }

    public SchemaDocument Document { get; }

    public SchemaDocument Envelope { get; }

    /// <summary>The name of the field, then its aliases.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What handlers are called with.</summary>
    public IReadOnlyList<EventView> Events { get; }

    /// <summary>The steps from the envelope's root to a change.</summary>
    public string[] Path => Split(Envelope.Root!.Extension!["path"]!.Text);

    /// <summary>The member of a change that names its field.</summary>
    public string FieldMember => Envelope.Root!.Extension!["field"]!.Text;

    /// <summary>The member of a change that holds the value.</summary>
    public string ValueMember => Envelope.Root!.Extension!["value"]!.Text;

    /// <summary>The field of a file; null when the file describes none, or its envelope is not there.</summary>
    public static FieldView? Of(SchemaDocument document, SchemaLibrary library)
    {
        if (document.File.Model?.Field is not { } field || library.Find(field.EnvelopeId) is not { } envelope)
        {
            return null;
        }

        // Steps to the envelope are read from its file; a mistake there is a diagnostic of that file.
        JsonNode? extension = envelope.Root?.Extension;
        if (!WayKeys.All(k => extension?[k] is { Kind: JsonNodeKind.String }))
        {
            return null;
        }

        var events = new List<EventView>();
        foreach (JsonNode json in document.Root!.Extension!["events"]!.Items)
        {
            if (json["path"] is { } path && ItemAt(document.Schema, Split(path.Text), library) is { } item)
            {
                events.AddRange(EventView.Of(json, path, item, library));
            }
        }

        return new FieldView(document, envelope, events);
    }

    /// <summary>The changes of a body and where they stand, whatever their field.</summary>
    public IEnumerable<(JsonNode Change, string Path)> ChangesOf(JsonNode body, SchemaLibrary library) => ItemsAt(body, "$", Envelope.Schema, Path, library);

    /// <summary>Whether a change belongs to this field.</summary>
    public bool IsOwn(JsonNode change) => change[FieldMember] is { } name && Names.Contains(name.Text, StringComparer.Ordinal);

    /// <summary>The values at a path of members and arrays, with their places.</summary>
    public static IEnumerable<(JsonNode Item, string Path)> ItemsAt(JsonNode value, string place, LocatedSchema schema, string[] path, SchemaLibrary library)
    {
        IEnumerable<(JsonNode Item, string Path)> current = [(value, place)];
        LocatedSchema? owner = schema;
        foreach (string segment in path)
        {
            string name = NameOf(segment);
            LocatedMember? member = owner is null ? null : library.MembersOf(owner).Find(m => string.Equals(m.Name, name, StringComparison.Ordinal));
            current = current.SelectMany(c => c.Item.Members
                .Where(m => string.Equals(m.Name, name, StringComparison.Ordinal) || member?.IsCalled(m.Name) is true)
                .SelectMany(m => IsArray(segment) ? m.Value.Items.Select((item, i) => (item, $"{c.Path}.{m.Name}[{i}]")) : [(m.Value, $"{c.Path}.{m.Name}")]));
            owner = StepInto(member, segment, library);
        }

        return current.ToList();
    }

    /// <summary>The schema of what stands at a path; null when it leads nowhere.</summary>
    public static LocatedSchema? ItemAt(LocatedSchema schema, string[] path, SchemaLibrary library)
    {
        LocatedSchema? current = library.Follow(schema);
        foreach (string segment in path)
        {
            current = current is null ? null : StepInto(library.MembersOf(current).Find(m => string.Equals(m.Name, NameOf(segment), StringComparison.Ordinal)), segment, library);
        }

        return current;
    }

    public static string[] Split(string path) => path.Length == 0 ? [] : path.Split('.');

    /// <summary>A step without the brackets of an array.</summary>
    public static string NameOf(string segment) => IsArray(segment) ? segment.Substring(0, segment.Length - 2) : segment;

    public static bool IsArray(string segment) => segment.EndsWith("[]", StringComparison.Ordinal);

    private static LocatedSchema? StepInto(LocatedMember? member, string segment, SchemaLibrary library)
    {
        LocatedSchema? schema = member is null ? null : library.Follow(member.Schema);
        return schema is null || !IsArray(segment) ? schema : schema.Node.Items is { } items ? library.Follow(schema.With(items)) : null;
    }
}
