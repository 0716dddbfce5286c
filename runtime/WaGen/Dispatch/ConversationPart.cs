namespace WaGen.Runtime;

/// <summary>Finds the members of an event that say who talks to whom. They are looked up by name when somebody asks, so that events nobody answers pay nothing.</summary>
internal static class ConversationPart
{
    private const byte NextPart = (byte)'\n';
    private const byte Alternative = (byte)'|';
    private const byte Step = (byte)'.';
    private const byte OfLookup = (byte)'^';

    /// <summary>Reads a part.</summary>
    /// <param name="item">The event.</param>
    /// <param name="paths">The paths of all parts: parts end with a line break, alternatives with a bar; a caret leads to the element that was looked up.</param>
    /// <param name="part">The number of the part; the first one is relative to the value around the event.</param>
    /// <param name="lookup">The element that was looked up for the event.</param>
    /// <returns>The text of the first alternative that is there and not empty, or null.</returns>
    public static string? Read(WebhookItem item, ReadOnlySpan<byte> paths, int part, JsonView lookup)
    {
        ReadOnlySpan<byte> alternatives = Take(ref paths, NextPart);
        for (int i = 0; i < part; i++)
        {
            alternatives = Take(ref paths, NextPart);
        }

        RawJson owner = part == 0 ? item.Value.Json : item.View.Json;
        while (!alternatives.IsEmpty)
        {
            ReadOnlySpan<byte> path = Take(ref alternatives, Alternative);
            RawJson found = path[0] == OfLookup ? Walk(lookup.Json, path[1..]) : Walk(owner, path);
            if (found.Kind is JsonKind.String or JsonKind.Number && found.Document!.ReadText(found.Version, found.Node) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static RawJson Walk(RawJson value, ReadOnlySpan<byte> path)
    {
        while (!path.IsEmpty)
        {
            value = value[Take(ref path, Step)];
        }

        return value;
    }

    /// <summary>Returns what stands before a mark, or everything, and leaves what stands behind it.</summary>
    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> text, byte mark)
    {
        int end = text.IndexOf(mark);
        ReadOnlySpan<byte> taken = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return taken;
    }
}
