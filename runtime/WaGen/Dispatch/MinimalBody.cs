using System.Buffers;

namespace WaGen.Runtime;

/// <summary>Writes one event as a body of its own, from the received bytes.</summary>
internal readonly ref struct MinimalBody
{
    private readonly WebhookDocument _document;
    private readonly int _version;
    private readonly int _item;
    private readonly int _value;
    private readonly ReadOnlySpan<int> _lookups;
    private readonly ReadOnlySpan<int> _eventArrays;
    private readonly IBufferWriter<byte> _output;

    private MinimalBody(WebhookItem item, ReadOnlySpan<int> lookups, IBufferWriter<byte> output)
    {
        _document = item.Document!;
        _version = item.Version;
        RoutedItem place = item.Read();
        _item = place.Node;
        RoutedValue value = _document.ReadValue(_version, place);
        _value = _document.ReadSlot(_version, value.Block + WebhookDocument.BlockNode);
        _lookups = lookups;
        _eventArrays = _document.ReadEventArrays(_version, value);
        _output = output;
    }

    /// <summary>Writes the event.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    public static void Write(WebhookItem item, IBufferWriter<byte> output)
    {
        var lookups = new WebhookLookups(stackalloc int[WebhookLookups.Capacity]);
        item.Read().Field!.WriteLookups(item, ref lookups);
        new MinimalBody(item, lookups.Nodes, output).WriteNode(0);
        item.Document!.ThrowIfLate(item.Version);
    }

    /// <summary>Writes a value. The depth of the calls is that of the way to the event and to the lists beside it, never that of the body.</summary>
    private void WriteNode(int node)
    {
        TapeNode value = _document.ReadNode(_version, node);
        bool onWay = node < _item && _item < value.Next;
        if (onWay && value.Kind == JsonKind.Array)
        {
            WriteOnly(value, node, _item);
        }
        else if (!onWay && value.Kind == JsonKind.Array && FindLookup(node, value.Next) is int match and not 0)
        {
            WriteOnly(value, node, match);
        }
        else if (!onWay && _lookups.Contains(~node))
        {
            _output.Write("[]"u8);
        }
        else if (value.Kind == JsonKind.Object && (onWay || NeedsFilter(node, value.Next)))
        {
            WriteObject(value, node);
        }
        else
        {
            _output.Write(_document.ReadRaw(_version, node));
        }
    }

    private void WriteOnly(TapeNode array, int node, int target)
    {
        int element = node + 1;
        for (int next = Next(element); next <= target && next < array.Next; next = Next(element))
        {
            element = next;
        }

        _output.Write("["u8);
        WriteNode(element);
        _output.Write("]"u8);
    }

    private void WriteObject(TapeNode value, int node)
    {
        bool first = true;
        _output.Write("{"u8);
        for (int name = node + 1; name < value.Next; name = Next(name + 1))
        {
            if (IsLeftOut(value, name))
            {
                continue;
            }

            if (!first)
            {
                _output.Write(","u8);
            }

            first = false;
            _output.Write(_document.ReadRaw(_version, name));
            _output.Write(":"u8);
            WriteNode(name + 1);
        }

        _output.Write("}"u8);
    }

    /// <summary>Tells whether a member is an array of other events, or an earlier duplicate of the member that holds the event.</summary>
    private bool IsLeftOut(TapeNode parent, int name)
    {
        int node = name + 1;
        int next = Next(node);
        if (node == _item || (node < _item && _item < next))
        {
            return false;
        }

        if (IsInValue(node) && IsEventArray(node))
        {
            return true;
        }

        // The member on the way is the last of its name, so duplicates stand before it.
        for (int later = next; later <= _item && later < parent.Next; later = Next(later + 1))
        {
            if (later < _item && _item < Next(later + 1))
            {
                return _document.ReadTextEquals(_version, name, _document.ReadUtf8(_version, later));
            }
        }

        return false;
    }

    private bool NeedsFilter(int node, int end) => IsInValue(node) && node != _item && (HasEventArray(node, end) || FindLookup(node, end) != 0);

    /// <summary>Tells whether a node stands in the value and not within the event.</summary>
    private bool IsInValue(int node) => node > _value && node < Next(_value) && !(node >= _item && node < Next(_item));

    private bool IsEventArray(int node) => _eventArrays.Contains(node);

    private bool HasEventArray(int node, int end)
    {
        foreach (int array in _eventArrays)
        {
            if (array > node && array < end)
            {
                return true;
            }
        }

        return false;
    }

    private int FindLookup(int node, int end)
    {
        foreach (int lookup in _lookups)
        {
            if (lookup > node && lookup < end && IsInValue(node))
            {
                return lookup;
            }
        }

        return 0;
    }

    private int Next(int node) => _document.ReadNode(_version, node).Next;
}
