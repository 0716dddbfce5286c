using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Shipped.Api;

/// <summary>The schema files of the API, as JSON.</summary>
internal static class ApiSchemas
{
    private static readonly Dictionary<string, JsonObject> Files = Load();

    /// <summary>All definitions by their addresses.</summary>
    public static IReadOnlyDictionary<string, ApiDefinitionSchema> Definitions { get; } = Files
        .Where(static file => file.Value["$defs"] is not null)
        .SelectMany(static file => file.Value["$defs"]!.AsObject().Select(definition => new ApiDefinitionSchema($"{file.Key}#/$defs/{definition.Key}", definition.Key, definition.Value!.AsObject())))
        .ToDictionary(static definition => definition.Address, StringComparer.Ordinal);

    /// <summary>The examples of all definitions.</summary>
    public static IEnumerable<ApiExample> Examples { get; } =
    [
        .. from definition in Definitions.Values
           where definition.Schema["examples"] is not null
           from example in definition.Schema["examples"]!.AsArray().Select((body, index) => (Body: body!.AsObject(), Index: index))
           select new ApiExample(definition, example.Index, example.Body),
    ];

    /// <summary>The schema that a node stands for, with the address of where it stands.</summary>
    public static (string Address, JsonObject Schema) Resolve(string address, JsonObject schema)
    {
        while (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            address = reference.StartsWith('#') ? address[..address.IndexOf('#', StringComparison.Ordinal)] + reference : reference;
            schema = Definitions[address].Schema;
        }

        return (address, schema);
    }

    private static Dictionary<string, JsonObject> Load([CallerFilePath] string path = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../../schemas/api"));
        return Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(static file => JsonNode.Parse(File.ReadAllBytes(file))!.AsObject())
            .ToDictionary(static file => file["$id"]!.GetValue<string>(), StringComparer.Ordinal);
    }
}

/// <summary>One definition.</summary>
internal sealed record ApiDefinitionSchema(string Address, string Name, JsonObject Schema);

/// <summary>One example of a definition.</summary>
internal sealed record ApiExample(ApiDefinitionSchema Definition, int Index, JsonObject Body)
{
    public override string ToString() => $"{Definition.Name}[{Index}]";
}
