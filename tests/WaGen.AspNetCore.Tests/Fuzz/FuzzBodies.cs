using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.AspNetCore.Tests.Fuzz;

/// <summary>The bodies that mutations start from.</summary>
internal static class FuzzBodies
{
    /// <summary>All bodies of <c>tests/payloads</c> and all examples of the schemas.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(SchemaSet.Root, "tests", "payloads"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        .. SchemaSet.Shipped.Examples,
    ];

    /// <summary>Those of them that a tree of nodes can hold and write, and that have an event: no repeated members, no halves of surrogate pairs.</summary>
    public static IReadOnlyList<JsonObject> Trees { get; } = [.. All.Select(Tree).OfType<JsonObject>().Where(static t => FuzzCheck.Items(Encoding.UTF8.GetBytes(t.ToJsonString())).Exists(static i => i.Reason == UnhandledReason.None))];

    private static JsonObject? Tree(byte[] body)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(body);
            return JsonNode.Parse(node!.ToJsonString()) is JsonObject tree && JsonNode.DeepEquals(node, tree) ? tree : null;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
