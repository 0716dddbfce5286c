using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>Changes to a project with the shipped schemas of webhooks, as a user or maintainer makes them.</summary>
internal static class Edits
{
    /// <summary>The project before each change.</summary>
    public static GeneratorRun Shipped { get; } = GeneratorRun.Tracked("class Program;").With(GeneratorRun.WebhookSchemas(), isShipped: true);

    public static Rerun After(Func<GeneratorRun, GeneratorRun> change) => new(change(Shipped));

    /// <summary>Replaces a text, which must be there, at its first place in a shipped schema.</summary>
    public static GeneratorRun Replace(this GeneratorRun run, string schema, string old, string text)
    {
        string path = Path.Combine("schemas", schema);
        string json = Repository.Read(path);
        int place = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{old}' is not in {path}");
        return run.With(path, string.Concat(json.AsSpan(0, place), text, json.AsSpan(place + old.Length)), isShipped: true);
    }

    /// <summary>A field of the shipped envelope.</summary>
    public static string Field(string field, string name) => $$"""
        {
          "$id": "https://wagen.dev/schemas/webhooks/{{field}}.json",
          "x-wagen": {
            "kind": "field", "namespace": "WaGen.WhatsApp", "envelope": "https://wagen.dev/schemas/webhooks/envelope.json",
            "field": "{{field}}", "name": "{{name}}", "events": [{ "path": "" }]
          },
          "$ref": "#/$defs/{{name}}Event",
          "$defs": { "{{name}}Event": { "type": "object", "properties": { "color": { "type": "string" } } } }
        }
        """;
}
