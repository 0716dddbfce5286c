using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>Takes the events of one body from the generated walk over its envelope. Plumbing of generated code.</summary>
/// <remarks>A router belongs to its document and is pooled with it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class WebhookRouter
{
    private readonly WebhookDocument _document;
    private int _ancestor;
    private int _level;
    private int _entryId;
    private int _entryIdLevel;
    private int _fieldName;
    private WebhookField? _field;
    private int _value;
    private int _valueBlock;
    private int _valueNode;
    private int _firstItem;
    private bool _hasMisfits;

    internal WebhookRouter(WebhookDocument document) => _document = document;

    /// <summary>Gets the tape index of the root object.</summary>
    public int Root { get; }

    private JsonBinder Binder => _document.Binder;

    /// <summary>Checks that the body belongs to the product of the contract. Otherwise the whole body is unhandled.</summary>
    /// <param name="node">The object that holds the member.</param>
    /// <param name="member">The member that names the product.</param>
    /// <param name="value">The name of the product.</param>
    /// <returns>Whether the member is present and equal.</returns>
    public bool IsProduct(int node, ReadOnlySpan<byte> member, ReadOnlySpan<byte> value)
    {
        JsonBinder binder = Binder;
        int found = binder.Find(node, member);
        if (found != 0 && binder.TextEquals(found, value))
        {
            return true;
        }

        AddUnhandled(UnhandledReason.OtherProduct, Root);
        return false;
    }

    /// <summary>Binds an object of the envelope; it is an ancestor of all events up to the matching <see cref="Leave"/>.</summary>
    /// <typeparam name="T">The view of the object.</typeparam>
    /// <param name="node">The tape index of the object.</param>
    /// <returns>The block of the object.</returns>
    public int Enter<T>(int node)
        where T : struct, IJsonView<T>
    {
        int block = T.Bind(Binder, node);
        _ancestor = _document.AddAncestor(block, _ancestor);
        _document.BoundViews?.Add<T>(block);
        _level++;
        return block;
    }

    /// <summary>Leaves the object that was entered last.</summary>
    public void Leave()
    {
        _ancestor = _document.GetAncestorParent(_ancestor);
        _level--;
        if (_level < _entryIdLevel)
        {
            _entryId = 0;
        }
    }

    /// <summary>Notes the id of the entry that the following events stand in.</summary>
    /// <param name="block">The block of the object that holds the member.</param>
    /// <param name="slot">The slot of the member. What is no string or number, or does not fit its schema, counts as absent.</param>
    public void EntryId(int block, int slot)
    {
        int found = Slot(block, slot);
        _entryId = found != 0 && Binder.Kind(found) is JsonKind.String or JsonKind.Number ? found : 0;
        _entryIdLevel = _level;
    }

    /// <summary>Finds an array of the envelope. Without it the object is unhandled.</summary>
    /// <param name="block">The block of the object that holds the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="items">The elements.</param>
    /// <returns>Whether the member is an array.</returns>
    public bool TryItems(int block, int slot, out JsonItems items)
    {
        int found = Slot(block, slot);
        if (found != 0 && Binder.Kind(found) == JsonKind.Array)
        {
            items = new JsonItems(_document.TapeNodes, found);
            return true;
        }

        items = default;
        AddUnhandled(UnhandledReason.MalformedEnvelope, NodeOf(block));
        return false;
    }

    /// <summary>Finds an object of the envelope. Without it the object around it is unhandled.</summary>
    /// <param name="block">The block of the object that holds the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="member">The tape index of the object; 0 when there is none.</param>
    /// <returns>Whether the member is an object.</returns>
    public bool TryMember(int block, int slot, out int member)
    {
        member = Slot(block, slot);
        if (member != 0 && Binder.Kind(member) == JsonKind.Object)
        {
            return true;
        }

        member = 0;
        AddUnhandled(UnhandledReason.MalformedEnvelope, NodeOf(block));
        return false;
    }

    /// <summary>Checks that a part of the envelope is an object. Otherwise it is unhandled.</summary>
    /// <param name="node">The tape index of the part.</param>
    /// <returns>Whether it is an object.</returns>
    public bool TryObject(int node)
    {
        if (Binder.Kind(node) == JsonKind.Object)
        {
            return true;
        }

        AddUnhandled(UnhandledReason.MalformedEnvelope, node);
        return false;
    }

    /// <summary>Reads field name and value of a change. Without a name and an object as value the change is unhandled.</summary>
    /// <param name="block">The block of the change.</param>
    /// <param name="fieldSlot">The slot of the member that names the field.</param>
    /// <param name="valueSlot">The slot of the member that holds the value.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>Whether both are usable.</returns>
    public bool TryChange(int block, int fieldSlot, int valueSlot, out ReadOnlySpan<byte> field, out int value)
    {
        JsonBinder binder = Binder;
        field = default;
        _fieldName = Slot(block, fieldSlot);
        if (_fieldName != 0)
        {
            field = binder.Kind(_fieldName) == JsonKind.String ? binder.Text(_fieldName) : default;
            _fieldName = field.IsEmpty ? 0 : _fieldName;
        }

        value = Slot(block, valueSlot);
        if (_fieldName != 0 && value != 0 && binder.Kind(value) == JsonKind.Object)
        {
            return true;
        }

        AddUnhandled(UnhandledReason.MalformedEnvelope, NodeOf(block), fieldName: _fieldName);
        return false;
    }

    /// <summary>Hands a value whose field no schema describes to the unhandled hook.</summary>
    /// <param name="value">The tape index of the value.</param>
    public void UnknownField(int value) => AddUnhandled(UnhandledReason.UnknownField, value, fieldName: _fieldName);

    /// <summary>Binds the value of a field. End it with <see cref="EndValue"/>.</summary>
    /// <typeparam name="T">The view of the value.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>Whether the value is an object; otherwise it is unhandled.</returns>
    public bool BindValue<T>(WebhookField field, int value)
        where T : struct, IJsonView<T>
    {
        JsonBinder binder = Binder;
        if (binder.Kind(value) != JsonKind.Object)
        {
            AddUnhandled(UnhandledReason.MalformedEnvelope, value, field, _fieldName);
            return false;
        }

        _field = field;
        _valueNode = value;
        _firstItem = _document.ItemCount;
        _value = _document.BeginValue(field);
        int differences = _document.DriftTotal;
        _valueBlock = T.Bind(binder, value);
        _hasMisfits = _document.DriftTotal != differences;
        _document.SetValueBlock(_valueBlock);
        _document.BoundViews?.Add<T>(_valueBlock);
        return true;
    }

    /// <summary>Ends a value: its events are put in body order. A value without any is unhandled.</summary>
    public void EndValue()
    {
        if (_document.ItemCount == _firstItem)
        {
            AddUnhandled(UnhandledReason.NoEvent, _valueNode, _field, _fieldName);
        }

        _document.EndValue(_firstItem);
        _field = null;
        _value = 0;
        _valueBlock = 0;
    }

    /// <summary>Routes the body of the document.</summary>
    internal void Run(WebhookContract contract)
    {
        _ancestor = 0;
        _level = 0;
        _entryId = 0;
        _entryIdLevel = 0;
        _fieldName = 0;
        _field = null;
        _value = 0;
        _valueBlock = 0;
        contract.Run(this);
    }

    private int Slot(int block, int slot) => _document.Slots[block + WebhookDocument.BlockHeader + slot];

    private int NodeOf(int block) => _document.Slots[block + WebhookDocument.BlockNode];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddUnhandled(UnhandledReason reason, int node, WebhookField? field = null, int fieldName = 0) => Add(reason, node, field, fieldName);

    private ref RoutedItem Add(UnhandledReason reason, int node, WebhookField? field, int fieldName)
    {
        ref RoutedItem item = ref _document.AddItem(reason);
        item.Field = field;
        item.Node = node;
        item.Value = _value;
        item.Ancestor = _ancestor;
        item.EntryId = _entryId;
        item.FieldName = fieldName;
        return ref item;
    }
}
