using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

// The way from a bound value to its events.
public sealed partial class WebhookRouter
{
    /// <summary>Takes the elements of a list of the value as events.</summary>
    /// <param name="slot">The slot of the list.</param>
    /// <param name="names">The names of the list on the wire, with <c>|</c> between them. When it is there but no array, it is unhandled as a whole.</param>
    /// <param name="firstEvent">The event of plain elements; for a union the event of its first variant.</param>
    /// <param name="union">Whether the elements are variants of a union.</param>
    public void Items(int slot, ReadOnlySpan<byte> names, int firstEvent, bool union)
    {
        // Most values have one of the lists that their field knows.
        if (_hasMisfits || Slot(_valueBlock, slot) != 0)
        {
            AddMember(_valueBlock, [slot], names, firstEvent, union);
        }
    }

    /// <summary>Takes elements several lists or objects deep as events.</summary>
    /// <param name="slots">The slots on the way from the value to the innermost list.</param>
    /// <param name="names">
    /// The names of each step on the wire, with <c>.</c> between steps and <c>|</c> between the names of one. What is there under them
    /// but cannot be walked is unhandled as a whole. Empty for a step that other events of the field share and that was reported with them.
    /// </param>
    /// <param name="firstEvent">The event of plain elements; for a union the event of its first variant.</param>
    /// <param name="union">Whether the elements are variants of a union.</param>
    public void Items(ReadOnlySpan<int> slots, ReadOnlySpan<byte> names, int firstEvent, bool union) =>
        AddMember(_valueBlock, slots, names, firstEvent, union);

    /// <summary>Takes the value itself as the event.</summary>
    /// <param name="firstEvent">The event; for a union the event of its first variant.</param>
    /// <param name="union">Whether the value is a variant of a union.</param>
    public void Self(int firstEvent, bool union) => AddItem(_valueBlock, firstEvent, union);

    private void AddMember(int block, ReadOnlySpan<int> slots, ReadOnlySpan<byte> names, int firstEvent, bool union)
    {
        int[] cells = _document.Slots;
        int member = cells[block + WebhookDocument.BlockHeader + slots[0]];
        if (member == 0 && !_hasMisfits)
        {
            return;
        }

        int end = slots.Length == 1 ? -1 : names.IndexOf((byte)'.');
        ReadOnlySpan<byte> stepNames = end < 0 ? names : names[..end];
        ReadOnlySpan<byte> innerNames = end < 0 ? default : names[(end + 1)..];
        if (member == 0)
        {
            AddMisfit(cells[block + WebhookDocument.BlockNode], stepNames);
            return;
        }

        if (_document.TapeNodes[cells[member]].Kind != JsonKind.Array)
        {
            AddElement(member, slots[1..], innerNames, firstEvent, union);
            return;
        }

        int array = cells[member];
        _document.AddEventArray(array);
        int count = cells[member + WebhookDocument.ListCount];
        bool misfits = false;
        for (int i = 0; i < count; i++)
        {
            int element = cells[member + WebhookDocument.ListHeader + i];
            if (element != 0)
            {
                AddElement(element, slots[1..], innerNames, firstEvent, union);
            }
            else if (!stepNames.IsEmpty)
            {
                misfits = true;
            }
        }

        if (misfits)
        {
            AddMisfits(member);
        }
    }

    /// <summary>Hands the elements of a list that are no objects to the unhandled hook.</summary>
    private void AddMisfits(int list)
    {
        int[] cells = _document.Slots;
        int node = cells[list] + 1;
        for (int i = 0; i < cells[list + WebhookDocument.ListCount]; i++, node = _document.TapeNodes[node].Next)
        {
            if (cells[list + WebhookDocument.ListHeader + i] == 0)
            {
                AddUnhandled(UnhandledReason.MalformedItem, node, _field, _fieldName);
            }
        }
    }

    private void AddElement(int block, ReadOnlySpan<int> slots, ReadOnlySpan<byte> names, int firstEvent, bool union)
    {
        if (slots.IsEmpty)
        {
            AddItem(block, firstEvent, union);
        }
        else
        {
            AddMember(block, slots, names, firstEvent, union);
        }
    }

    /// <summary>Hands a member that left its slot empty, although it is there, to the unhandled hook: it is not what the way to the events needs.</summary>
    /// <remarks>Binding has noted such a member as a difference, so in a value without differences there is none.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddMisfit(int node, ReadOnlySpan<byte> names)
    {
        int found = 0;
        while (!names.IsEmpty)
        {
            int end = names.IndexOf((byte)'|');
            found = Math.Max(found, Binder.Find(node, end < 0 ? names : names[..end]));
            names = end < 0 ? default : names[(end + 1)..];
        }

        if (found != 0)
        {
            AddUnhandled(UnhandledReason.MalformedItem, found, _field, _fieldName);
        }
    }

    private void AddItem(int block, int firstEvent, bool union)
    {
        int variant = _document.Slots[block + WebhookDocument.BlockVariant];
        UnhandledReason reason = !union || variant > 0 ? UnhandledReason.None : variant switch
        {
            -2 => UnhandledReason.MalformedDiscriminator,
            -3 => UnhandledReason.MalformedContent,
            _ => UnhandledReason.UnknownEvent,
        };
        ref RoutedItem item = ref Add(reason, _document.Slots[block + WebhookDocument.BlockNode], _field, _fieldName);
        item.Event = union ? firstEvent + variant - 1 : firstEvent;
        item.Block = block;
    }
}
