using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>Goes to places of a body by the paths that inspection and deliveries report.</summary>
internal static class BodyPath
{
    /// <summary>Returns what stands at a path of plain names, such as <c>a[0].b</c>.</summary>
    public static JsonNode? Find(JsonNode root, string path)
    {
        JsonNode? current = root;
        foreach (string step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            current = step[^1] == ']' ? current![int.Parse(step[..^1], CultureInfo.InvariantCulture)] : current![step];
        }

        return current;
    }

    /// <summary>Puts something else at a path.</summary>
    public static void Replace(JsonNode root, string path, JsonNode? replacement)
    {
        int split = path.LastIndexOfAny(['.', '[']);
        JsonNode holder = Find(root, path[..split])!;
        if (path[^1] == ']')
        {
            holder[int.Parse(path[(split + 1)..^1], CultureInfo.InvariantCulture)] = replacement;
        }
        else
        {
            holder[path[(split + 1)..]] = replacement;
        }
    }

    /// <summary>Whether something stands inside of what stands at another path.</summary>
    public static bool IsWithin(string path, string outer) => path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');
}
