using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

public sealed partial class JsonBinder
{
    private ref int Place(int block, int slot) => ref _document.Slots[block + slot + WebhookDocument.BlockHeader];

    private bool HasForm(int value, ScalarForms forms) => Kind(value) switch
    {
        JsonKind.Number => (forms & ScalarForms.Number) != ScalarForms.None,
        JsonKind.String => (forms & ScalarForms.String) != ScalarForms.None,
        _ => false,
    };

    private bool SetScalar(ref int place, int value, bool fits, ViewMember member, ScalarForms forms = ScalarForms.None)
    {
        if (fits && place == 0)
        {
            place = value;
            return true;
        }

        return SetUnusualScalar(ref place, value, fits, member, forms);
    }

    /// <summary>Binds a scalar whose slot is taken or that does not fit. Returns true, so that nothing is left to do after the call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool SetUnusualScalar(ref int place, int value, bool fits, ViewMember member, ScalarForms forms)
    {
        if (_document.Walk is { } walk)
        {
            walk.Scalar(place, value, fits, member, forms);
        }
        else
        {
            SetUnusual(ref place, place, value, fits);
        }

        return true;
    }

    /// <summary>Empties the slot of a container, and tells whether the value can be bound to it. During a walk it never can.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool CanSetBlock(int block, int slot, int value, JsonKind kind)
    {
        ref int place = ref Place(block, slot);
        bool fits = Kind(value) == kind;
        if (_document.Walk is not null)
        {
            return false;
        }

        if (!fits || place != 0)
        {
            SetUnusual(ref place, _document.Slots[place], value, fits);
        }

        return fits;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetUnusual(ref int place, int previous, int value, bool fits)
    {
        bool isNull = Kind(value) == JsonKind.Null;
        if (place != 0)
        {
            // A member that has two names is not erased by a null under the other one.
            if (isNull && !Text(previous - 1).SequenceEqual(Text(value - 1)))
            {
                return;
            }

            _document.AddDrift(DriftKind.DuplicateMember, value);
        }

        if (!fits && !isNull)
        {
            _document.AddDrift(DriftKind.Mismatch, value);
        }

        place = fits ? value : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int BeginList(int node)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        int count = 0;
        for (int element = node + 1; element < nodes[node].Next; element = nodes[element].Next)
        {
            count++;
        }

        int list = _document.Reserve(count + WebhookDocument.ListHeader);
        _document.Slots[list] = node;
        _document.Slots[list + WebhookDocument.ListCount] = count;
        return list;
    }

    /// <summary>Starts a map block: node, count, then a name node and an empty place for each distinct name.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int BeginMap(int node)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        int members = 0;
        for (int name = node + 1; name < nodes[node].Next; name = nodes[name + 1].Next)
        {
            members++;
        }

        int map = _document.Reserve(checked((members * 2) + WebhookDocument.ListHeader));
        int[] slots = _document.Slots;
        int count = 0;
        using var names = new MapNames(members);
        for (int name = node + 1; name < nodes[node].Next; name = nodes[name + 1].Next)
        {
            int entry = names.FindOrAdd(this, slots.AsSpan(map + WebhookDocument.ListHeader, count * 2), name, count);
            if (entry == count)
            {
                count++;
            }
            else
            {
                _document.AddDrift(DriftKind.DuplicateMember, name + 1);
            }

            slots[map + WebhookDocument.ListHeader + (entry * 2)] = name;
        }

        slots[map] = node;
        slots[map + WebhookDocument.ListCount] = count;
        return map;
    }

    private int BindElement<T>(int element)
        where T : struct, IJsonView<T>
    {
        if (Kind(element) == JsonKind.Object)
        {
            return T.Bind(this, element);
        }

        _document.AddDrift(DriftKind.Mismatch, element);
        return 0;
    }

    private int TextElement(int element)
    {
        if (Kind(element) == JsonKind.String)
        {
            return element;
        }

        _document.AddDrift(DriftKind.Mismatch, element);
        return 0;
    }
}
