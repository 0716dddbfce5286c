namespace WaGen.Runtime;

/// <summary>Reads map blocks: node, count, then a name node and a value for each entry.</summary>
internal static class MapBlock
{
    /// <summary>Returns the name of an entry.</summary>
    public static RawJson Name(JsonView map, int index) =>
        map.Document is { } document ? new RawJson(document, map.Version, map.ReadAt(Place(index))) : default;

    /// <summary>Returns the value of an entry, 0 when it had the wrong kind.</summary>
    public static int Value(JsonView map, int index) => map.ReadAt(Place(index) + 1);

    /// <summary>Returns the value of an entry of a text map, absent when it had the wrong kind.</summary>
    public static RawJson Raw(JsonView map, int index) =>
        Value(map, index) is int node and not 0 ? new RawJson(map.Document!, map.Version, node) : default;

    /// <summary>Returns the value of a name, 0 when there is none.</summary>
    public static int Find(JsonView map, ReadOnlySpan<byte> name)
    {
        if (map.Document is { } document)
        {
            int count = map.ReadAt(WebhookDocument.ListCount);
            for (int index = 0; index < count; index++)
            {
                if (document.ReadTextEquals(map.Version, map.ReadAt(Place(index)), name))
                {
                    return Value(map, index);
                }
            }
        }

        return 0;
    }

    private static int Place(int index) => WebhookDocument.ListHeader + (index * 2);
}
