namespace WaGen.Runtime;

// The events of the body and the places that routing noted. Nothing here holds content, so the arrays are kept uncleared and are
// never shared with others: a late reader finds old places at worst, and the version tells that they are old.
public sealed partial class WebhookDocument
{
    /// <summary>Items, ancestors and values above this count are not kept by a pooled document.</summary>
    private const int RetainedItems = 4096;

    private RoutedItem[] _items = [];
    private int _itemCount;
    private (int Block, int Parent)[] _ancestors = [];
    private int _ancestorCount;
    private int[] _eventArrays = [];
    private int _eventArrayCount;
    private RoutedValue[] _values = [];
    private int _valueCount;
    private WebhookRouter? _router;

    /// <summary>Gets or sets the name of the secret that verified the body, null when it was not verified here.</summary>
    internal string? App { get; set; }

    /// <summary>Gets or sets the services of the application, null when there are none.</summary>
    internal IServiceProvider? Services { get; set; }

    /// <summary>Gets or sets why the body is not JSON.</summary>
    internal JsonFault Fault { get; set; }

    /// <summary>Gets or sets the contract that routes the body.</summary>
    internal WebhookContract? Contract { get; set; }

    /// <summary>Gets or sets what remembers the views that routing binds; null when nobody asks for them later.</summary>
    internal BoundViews? BoundViews { get; set; }

    /// <summary>Gets how many events and unhandled parts there are.</summary>
    internal int ItemCount => _itemCount;

    /// <summary>Gets how many of the items are events.</summary>
    internal int EventCount { get; private set; }

    /// <summary>Gets the tape in use.</summary>
    internal ReadOnlySpan<TapeNode> TapeNodes => new(Tape.Nodes, 0, Tape.Count);

    /// <summary>Gets the events and unhandled parts in body order.</summary>
    internal ReadOnlySpan<RoutedItem> Items => new(_items, 0, _itemCount);

    /// <summary>Walks the envelope and fills <see cref="Items"/>. The body must be parsed.</summary>
    internal void Route(WebhookContract contract)
    {
        Contract = contract;
        _router ??= new WebhookRouter(this);
        _router.Run(contract);
    }

    /// <summary>Adds an item, empty but for its reason, and returns its place, which is good until the next one is added.</summary>
    internal ref RoutedItem AddItem(UnhandledReason reason)
    {
        EventCount += reason == UnhandledReason.None ? 1 : 0;
        Grow(ref _items, _itemCount);
        ref RoutedItem item = ref _items[_itemCount++];
        item = default;
        item.Reason = reason;
        return ref item;
    }

    /// <summary>Ends a value: puts its items in body order and tells their blocks which item they are.</summary>
    internal void EndValue(int first)
    {
        Span<RoutedItem> items = _items.AsSpan(first, _itemCount - first);
        if (!IsInBodyOrder(items))
        {
            items.Sort(static (left, right) => left.Node.CompareTo(right.Node));
        }

        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Block != 0)
            {
                Slots[items[i].Block + BlockItem] = first + i + 1;
            }
        }

        ref RoutedValue value = ref _values[_valueCount - 1];
        value.EndDrift = Drift.Length;
        value.ArrayCount = _eventArrayCount - value.FirstArray;
    }

    /// <summary>Notes an envelope object and returns its index.</summary>
    internal int AddAncestor(int block, int parent)
    {
        // Index 0 stands for none.
        _ancestorCount = Math.Max(_ancestorCount, 1);
        Grow(ref _ancestors, _ancestorCount);
        _ancestors[_ancestorCount] = (block, parent);
        return _ancestorCount++;
    }

    /// <summary>Returns the envelope object around another one.</summary>
    internal int GetAncestorParent(int ancestor) => ancestor == 0 ? 0 : _ancestors[ancestor].Parent;

    /// <summary>Notes an array that holds events.</summary>
    internal void AddEventArray(int node)
    {
        Grow(ref _eventArrays, _eventArrayCount);
        _eventArrays[_eventArrayCount++] = node;
    }

    /// <summary>Starts a value and returns its number, counted from 1.</summary>
    internal int BeginValue(WebhookField field)
    {
        Grow(ref _values, _valueCount);
        _values[_valueCount++] = new RoutedValue { Field = field, FirstArray = _eventArrayCount, FirstDrift = Drift.Length, EndDrift = int.MaxValue };
        return _valueCount;
    }

    /// <summary>Notes the block of the value that was started last.</summary>
    internal void SetValueBlock(int block) => _values[_valueCount - 1].Block = block;

    /// <summary>Returns the field that a difference was noted in, or null when it stands in the envelope.</summary>
    internal WebhookField? FindDriftField(int drift)
    {
        for (int i = 0; i < _valueCount && _values[i].FirstDrift <= drift; i++)
        {
            if (drift < _values[i].EndDrift)
            {
                return _values[i].Field;
            }
        }

        return null;
    }

    /// <summary>Reads an item.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    internal RoutedItem ReadItem(int version, int index)
    {
        RoutedItem[] items = _items;
        RoutedItem item = (uint)index < (uint)items.Length ? items[index] : default;
        ThrowIfLate(version);
        return item;
    }

    /// <summary>Reads the kind of event of an item and its block.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    internal (int Event, int Block) ReadEvent(int version, int index)
    {
        RoutedItem[] items = _items;
        (int Event, int Block) found = (uint)index < (uint)items.Length ? (items[index].Event, items[index].Block) : default;
        ThrowIfLate(version);
        return found;
    }

    /// <summary>Reads the value that an item stands in; the default value when it stands in none.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    internal RoutedValue ReadValue(int version, in RoutedItem item)
    {
        RoutedValue[] values = _values;
        RoutedValue value = (uint)(item.Value - 1) < (uint)values.Length ? values[item.Value - 1] : default;
        ThrowIfLate(version);
        return value;
    }

    /// <summary>Reads the arrays that hold the events of a value. The span is good while the version is.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    internal ReadOnlySpan<int> ReadEventArrays(int version, RoutedValue value)
    {
        int[] arrays = _eventArrays;
        ThrowIfLate(version);
        return arrays.AsSpan(value.FirstArray, value.ArrayCount);
    }

    /// <summary>Returns the index of the item that a block belongs to, or -1.</summary>
    internal int FindItem(int version, int block) => ReadSlot(version, block + BlockItem) - 1;

    /// <summary>Returns the block of an envelope object, or 0 when there is none.</summary>
    internal int FindAncestor(int version, int ancestor, int level)
    {
        (int Block, int Parent)[] ancestors = _ancestors;
        int depth = 0;
        for (int i = ancestor; i != 0 && (uint)i < (uint)ancestors.Length; i = ancestors[i].Parent)
        {
            depth++;
        }

        int found = ancestor;
        for (int up = depth - 1 - level; up > 0 && (uint)found < (uint)ancestors.Length; up--)
        {
            found = ancestors[found].Parent;
        }

        int block = level >= 0 && level < depth && (uint)found < (uint)ancestors.Length ? ancestors[found].Block : 0;
        ThrowIfLate(version);
        return block;
    }

    /// <summary>Notes that the handler that runs at the moment leaves an event.</summary>
    internal void MarkLeft(int version, int index)
    {
        RoutedItem[] items = _items;
        ThrowIfLate(version);
        if ((uint)index < (uint)items.Length)
        {
            // A late mark carries an old version, which nobody takes for a mark.
            Volatile.Write(ref items[index].Left, version + 1L);
        }
    }

    /// <summary>Tells whether the event was left, and forgets it.</summary>
    internal bool TakeLeft(int index)
    {
        bool left = Volatile.Read(ref _items[index].Left) == Version + 1L;
        _items[index].Left = 0;
        return left;
    }

    partial void ResetItems()
    {
        App = null;
        Services = null;
        Fault = default;
        Contract = null;
        ResetDigest();
        _itemCount = 0;
        EventCount = 0;
        _ancestorCount = 0;
        _eventArrayCount = 0;
        _valueCount = 0;
        _items = Keep(_items);
        _ancestors = Keep(_ancestors);
        _eventArrays = Keep(_eventArrays);
        _values = Keep(_values);
    }

    private static T[] Keep<T>(T[] array) => array.Length > RetainedItems ? [] : array;

    private static void Grow<T>(ref T[] array, int index)
    {
        if (index >= array.Length)
        {
            Array.Resize(ref array, Math.Max(16, array.Length * 2));
        }
    }

    private static bool IsInBodyOrder(ReadOnlySpan<RoutedItem> items)
    {
        for (int i = 1; i < items.Length; i++)
        {
            if (items[i].Node < items[i - 1].Node)
            {
                return false;
            }
        }

        return true;
    }
}
