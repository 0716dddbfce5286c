using System.Text;
using System.Text.Json;

namespace WaGen.Cli.Schemas;

/// <summary>The schema files that the tool was built with.</summary>
internal sealed class SchemaCatalog
{
    private const string Folder = "schemas/";
    private const string Vocabulary = "x-wagen";

    private readonly Dictionary<string, FieldSchema> _fields = new(StringComparer.Ordinal);

    private SchemaCatalog()
    {
    }

    /// <summary>Gets the member of a body that holds the list of entries.</summary>
    public string EntriesMember { get; private set; } = string.Empty;

    /// <summary>Reads all files.</summary>
    public static SchemaCatalog Load()
    {
        var catalog = new SchemaCatalog();
        foreach (string name in typeof(SchemaCatalog).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using Stream file = typeof(SchemaCatalog).Assembly.GetManifestResourceStream(name)!;
            using var schema = JsonDocument.Parse(file);
            catalog.Add(schema.RootElement);
        }

        return catalog;
    }

    /// <summary>Gets the schema of a field; null when the contract has a field that is described elsewhere.</summary>
    public FieldSchema? Find(string field) => _fields.GetValueOrDefault(field);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void CollectPages(JsonElement element, List<SourcePage> pages)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (element.TryGetProperty(Vocabulary, out JsonElement vocabulary) && Text(vocabulary, "source") is { } source
                    && !pages.Exists(page => page.Page == source))
                {
                    pages.Add(new SourcePage(source, Text(vocabulary, "seen")));
                }

                foreach (JsonProperty property in element.EnumerateObject().Where(static property => !property.NameEquals("examples"u8)))
                {
                    CollectPages(property.Value, pages);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    CollectPages(item, pages);
                }

                break;
        }
    }

    private void Add(JsonElement schema)
    {
        if (!schema.TryGetProperty(Vocabulary, out JsonElement vocabulary))
        {
            return;
        }

        if (Text(vocabulary, "kind") == "envelope" && Text(vocabulary, "path") is { } path)
        {
            EntriesMember = path[..path.IndexOf('[', StringComparison.Ordinal)];
        }
        else if (Text(vocabulary, "kind") == "field" && Text(vocabulary, "field") is { } field)
        {
            var pages = new List<SourcePage>();
            CollectPages(schema, pages);
            byte[][] examples = schema.TryGetProperty("examples", out JsonElement list)
                ? [.. list.EnumerateArray().Select(static example => Encoding.UTF8.GetBytes(example.GetRawText()))]
                : [];
            _fields.Add(field, new FieldSchema(field, Text(vocabulary, "source"), Text(vocabulary, "seen"), pages, examples));
        }
    }
}
