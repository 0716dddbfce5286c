namespace WaGen.Runtime;

public sealed partial class WebhookDocument
{
    /// <summary>Returns the block of the first element of a list whose member equals a member of the event, or 0.</summary>
    internal int FindMatch(int version, in RoutedItem item, int owner, int listSlot, ReadOnlySpan<byte> elementName, int eventSlot)
    {
        int list = owner == 0 ? 0 : ReadSlot(version, owner + BlockHeader + listSlot);
        int wanted = list == 0 || item.Block == 0 ? 0 : ReadSlot(version, item.Block + BlockHeader + eventSlot);
        if (wanted == 0 || ReadNode(version, wanted).Kind is not (JsonKind.String or JsonKind.Number))
        {
            return 0;
        }

        ReadOnlySpan<byte> text = ReadUtf8(version, wanted);
        int count = text.IsEmpty ? 0 : ReadSlot(version, list + ListCount);
        for (int i = 0; i < count; i++)
        {
            int element = ReadSlot(version, list + ListHeader + i);
            int found = element == 0 ? 0 : FindMember(version, ReadSlot(version, element + BlockNode), elementName);
            if (found != 0 && ReadTextEquals(version, found, text))
            {
                return element;
            }
        }

        return 0;
    }

    /// <summary>Returns the string or number of the innermost envelope object that has a member of the name, or 0.</summary>
    internal int FindOuter(int version, in RoutedItem item, ReadOnlySpan<byte> name)
    {
        (int Block, int Parent)[] ancestors = _ancestors;
        int found = 0;
        for (int i = item.Ancestor; found == 0 && i != 0 && (uint)i < (uint)ancestors.Length; i = ancestors[i].Parent)
        {
            found = FindMember(version, ReadSlot(version, ancestors[i].Block + BlockNode), name);
        }

        ThrowIfLate(version);
        return found;
    }

    /// <summary>Returns the string or number of the last member with a name, or 0.</summary>
    private int FindMember(int version, int node, ReadOnlySpan<byte> name)
    {
        int found = 0;
        int end = ReadNode(version, node).Next;
        for (int member = node + 1; member < end; member = ReadNode(version, member + 1).Next)
        {
            if (ReadTextEquals(version, member, name))
            {
                found = member + 1;
            }
        }

        return found != 0 && ReadNode(version, found).Kind is JsonKind.String or JsonKind.Number ? found : 0;
    }
}
