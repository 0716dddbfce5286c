using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.AspNetCore.Tests.Fuzz;

/// <summary>Changes one item of a body, so that it may become unusable, and leaves the structure around it.</summary>
internal static class ItemMutations
{
    /// <summary>Low enough that a body stays JSON to the endpoint when it happens to it again and again.</summary>
    private const int MaxNesting = 150;

    private static readonly string[] Values =
        ["null", "true", "0", "-1.5e400", "\"\"", "\"unknown\"", "\"text\"", "[]", "{}", "[{}]", """{"type":"text","id":7}""", "[[[[[[]]]]]]", "\"\\u0000\"", "99999999999999999999"];

    /// <summary>Changes something inside of an item, or the item itself.</summary>
    /// <param name="root">The body.</param>
    /// <param name="path">Where the item stands.</param>
    /// <param name="random">Decides what happens.</param>
    public static void Mutate(JsonObject root, string path, Random random)
    {
        List<JsonNode> places = [.. Containers(BodyPath.Find(root, path)!)];
        JsonNode place = places[random.Next(places.Count)];
        switch (place)
        {
            case JsonArray { Count: > 0 } array:
                array[random.Next(array.Count)] = Value(random);
                break;
            case JsonObject { Count: > 0 } holder when random.Next(5) > 0:
                string name = holder.ElementAt(random.Next(holder.Count)).Key;
                if (random.Next(4) == 0)
                {
                    holder.Remove(name);
                }
                else
                {
                    holder[name] = Value(random);
                }

                break;
            case JsonObject holder:
                holder["no_such_member"] = Value(random);
                break;
            default:
                BodyPath.Replace(root, path, Value(random));
                break;
        }
    }

    /// <summary>Puts the members of all objects in another order.</summary>
    public static JsonNode? Shuffle(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject json:
                KeyValuePair<string, JsonNode?>[] members = [.. json.Select(m => KeyValuePair.Create(m.Key, Shuffle(m.Value, random)))];
                random.Shuffle(members);
                return new JsonObject(members);
            case JsonArray array:
                return new JsonArray([.. array.Select(i => Shuffle(i, random))]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Value(Random random)
    {
        JsonNode? value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        for (int depth = random.Next(8) == 0 ? random.Next(MaxNesting) : 0; depth > 0; depth--)
        {
            value = depth % 2 == 0 ? new JsonArray(value) : new JsonObject { ["deep"] = value };
        }

        return value;
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject json => json.Select(static m => m.Value),
            JsonArray array => array,
            _ => [],
        };
        return [node, .. children.OfType<JsonNode>().Where(static c => c is JsonObject or JsonArray).SelectMany(Containers)];
    }
}
