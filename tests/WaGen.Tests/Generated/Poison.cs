using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.Tests.Generated;

/// <summary>Spoils items of a body, each in one of the ways that must bring just this item to the unhandled hook.</summary>
internal static class Poison
{
    private static readonly string[] NoObjects = ["5", "\"text\"", "null", "true", "[]", "[{}]"];

    /// <summary>Spoils some items; returns the body and what should become of its parts.</summary>
    public static (byte[] Body, List<ExpectedItem> Items, int Spoilt) Spread(GeneratedBody body, Random random)
    {
        var root = (JsonObject)body.Root.DeepClone();
        List<ExpectedItem> items = Read(root);
        int spoilt = 0;
        int wanted = random.Next(1, items.Count + 1);
        foreach (int index in Enumerable.Range(0, items.Count).OrderBy(_ => random.Next()).Take(wanted).ToArray())
        {
            var attempt = (JsonObject)root.DeepClone();
            UnhandledReason intended = Spoil(attempt, items[index], random);
            if (intended == UnhandledReason.None)
            {
                continue;
            }

            // Without its discriminator an object may still be another variant, and a value may take other events with it.
            List<ExpectedItem> after = Read(attempt);
            if (after.Count == items.Count && after[index].Reason == intended && Enumerable.Range(0, items.Count).All(i => i == index || IsSame(items[i], after[i])))
            {
                (root, items) = (attempt, after);
                spoilt++;
            }
        }

        byte[] printed = JsonPrinter.Print(root, random);
        using JsonDocument read = JsonDocument.Parse(printed);
        return (printed, SchemaWalk.Items(SchemaSet.Shipped, read.RootElement), spoilt);
    }

    private static UnhandledReason Spoil(JsonObject root, ExpectedItem item, Random random)
    {
        if (item.Shape!.Union is { } union && random.Next(4) > 0)
        {
            var spoiltItem = (JsonObject)BodyPath.Find(root, item.Path)!;
            return random.Next(3) switch
            {
                0 => Set(spoiltItem, Discriminator(union, item.Variant!, random), JsonValue.Create(7), UnhandledReason.MalformedDiscriminator),
                1 => Set(spoiltItem, Discriminator(union, item.Variant!, random), JsonValue.Create("no_such_thing"), UnhandledReason.UnknownEvent),
                _ => Set(spoiltItem, item.Variant!.Content, item.Variant.ContentIsArray ? new JsonObject() : JsonValue.Create("content"), UnhandledReason.MalformedContent),
            };
        }

        bool isValue = item.Path[^1] != ']';
        BodyPath.Replace(root, item.Path, JsonNode.Parse(NoObjects[random.Next(NoObjects.Length)]));
        return isValue ? UnhandledReason.MalformedEnvelope : UnhandledReason.MalformedItem;
    }

    private static IReadOnlyList<string> Discriminator(SchemaUnion union, SchemaVariant variant, Random random)
    {
        int[] asked = [.. Enumerable.Range(0, union.Discriminators.Count).Where(i => variant.Conditions[i].Count > 0)];
        return asked.Length == 0 ? [] : union.Discriminators[asked[random.Next(asked.Length)]];
    }

    private static UnhandledReason Set(JsonObject item, IReadOnlyList<string> path, JsonNode value, UnhandledReason reason)
    {
        JsonObject holder = item;
        foreach (string step in path.SkipLast(1))
        {
            if (holder[step] is not JsonObject next)
            {
                return UnhandledReason.None;
            }

            holder = next;
        }

        if (path.Count == 0)
        {
            return UnhandledReason.None;
        }

        holder[path[^1]] = value;
        return reason;
    }

    private static bool IsSame(ExpectedItem before, ExpectedItem after) =>
        before.Path == after.Path && before.Field == after.Field && before.Event == after.Event && before.Reason == after.Reason;

    private static List<ExpectedItem> Read(JsonObject root)
    {
        using JsonDocument read = JsonDocument.Parse(root.ToJsonString());
        return SchemaWalk.Items(SchemaSet.Shipped, read.RootElement);
    }
}
