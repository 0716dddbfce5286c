using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>The shipped schemas, read without any code of the generator.</summary>
internal sealed class SchemaSet
{
    private static readonly Lazy<SchemaSet> Shared = new(static () => new SchemaSet());

    private SchemaSet()
    {
        var files = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(System.IO.Path.Combine(Root, "schemas"), "*.json", SearchOption.AllDirectories))
        {
            JsonElement file = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
            if (file.TryGetProperty("x-wagen", out JsonElement extension) && extension.TryGetProperty("kind", out _))
            {
                files.Add(file.GetProperty("$id").GetString()!, file);
            }
        }

        var reader = new SchemaReader(files);
        Fields = [.. files.Where(static f => Kind(f.Value) == "field").OrderBy(static f => f.Key, StringComparer.Ordinal).Select(f => reader.Field(f.Key))];
        KeyValuePair<string, JsonElement> envelope = files.Single(static f => Kind(f.Value) == "envelope");
        Envelope = new SchemaEnvelope(envelope.Value.GetProperty("x-wagen"), reader.Root(envelope.Key));
        Deciding =
        [
            Envelope.ProductMember,
            Envelope.Field,
            Envelope.Value,
            .. Envelope.Steps,
            .. reader.Unions.SelectMany(static u => u.Discriminators.Concat(u.Variants.Select(static v => v.Content))).SelectMany(static p => p),
        ];
        Examples =
        [
            .. files.OrderBy(static f => f.Key, StringComparer.Ordinal)
                .Where(static f => f.Value.TryGetProperty("examples", out _))
                .SelectMany(static f => f.Value.GetProperty("examples").EnumerateArray().Select(static e => JsonSerializer.SerializeToUtf8Bytes(e))),
        ];
    }

    public static SchemaSet Shipped => Shared.Value;

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", "..", "..", "..", ".."));

    public SchemaEnvelope Envelope { get; }

    public IReadOnlyList<SchemaField> Fields { get; }

    /// <summary>The names of members that choose a variant or are on the way to one that does, and of those that lead to events.</summary>
    public HashSet<string> Deciding { get; }

    /// <summary>The bodies that the schemas show.</summary>
    public IReadOnlyList<byte[]> Examples { get; }

    private static string Kind(JsonElement file) => file.GetProperty("x-wagen").GetProperty("kind").GetString()!;

    private static string Here([CallerFilePath] string path = "") => path;
}
