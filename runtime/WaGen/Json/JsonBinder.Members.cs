namespace WaGen.Runtime;

public sealed partial class JsonBinder
{
    /// <summary>Binds a string.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Text(int block, int slot, int value)
    {
        ref int place = ref Place(block, slot);
        if (place == 0 && Kind(value) == JsonKind.String)
        {
            place = value;
            return true;
        }

        return SetScalar(ref place, value, Kind(value) == JsonKind.String, ViewMember.Text);
    }

    /// <summary>Binds a string or a number, both read as text.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool TextOrNumber(int block, int slot, int value) =>
        SetScalar(ref Place(block, slot), value, Kind(value) is JsonKind.String or JsonKind.Number, ViewMember.TextOrNumber);

    /// <summary>Binds a whole number of 64 bits.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="forms">How the number may be written.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Integer(int block, int slot, int value, ScalarForms forms) =>
        SetScalar(ref Place(block, slot), value, HasForm(value, forms) && JsonScalars.IsInt64(Text(value)), ViewMember.Integer, forms);

    /// <summary>Binds a number that fits <see cref="double"/>.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="forms">How the number may be written.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Number(int block, int slot, int value, ScalarForms forms) =>
        SetScalar(ref Place(block, slot), value, HasForm(value, forms) && JsonScalars.TryGetDouble(Text(value), out _), ViewMember.Number, forms);

    /// <summary>Binds a number that fits <see cref="decimal"/>.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="forms">How the number may be written.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Decimal(int block, int slot, int value, ScalarForms forms) =>
        SetScalar(ref Place(block, slot), value, HasForm(value, forms) && JsonScalars.TryGetDecimal(Text(value), out _), ViewMember.Number, forms);

    /// <summary>Binds a time given in whole seconds since 1970-01-01T00:00:00Z.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="forms">How the number may be written.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool UnixTime(int block, int slot, int value, ScalarForms forms) =>
        SetScalar(ref Place(block, slot), value, HasForm(value, forms) && JsonScalars.IsUnixTime(Text(value)), ViewMember.UnixTime, forms);

    /// <summary>Binds a boolean.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="forms">Whether the literals, the strings <c>"true"</c> and <c>"false"</c>, or both are read.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Boolean(int block, int slot, int value, ScalarForms forms = ScalarForms.Number)
    {
        bool fits = Kind(value) switch
        {
            JsonKind.True or JsonKind.False => (forms & ScalarForms.Number) != ScalarForms.None,
            JsonKind.String => (forms & ScalarForms.String) != ScalarForms.None && JsonScalars.TryGetBoolean(Text(value), out _),
            _ => false,
        };
        return SetScalar(ref Place(block, slot), value, fits, ViewMember.Boolean, forms);
    }

    /// <summary>Binds the text of an enumeration. One that the schema does not list is noted as <see cref="DriftKind.UnknownValue"/>.</summary>
    /// <typeparam name="TReader">The generated type that knows the texts.</typeparam>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Enum<TReader, T>(int block, int slot, int value)
        where TReader : struct, IJsonEnumReader<T>
        where T : struct, Enum =>
        Enum(block, slot, value, Kind(value) == JsonKind.String && !EqualityComparer<T>.Default.Equals(TReader.Parse(Text(value)), default));

    /// <summary>Binds the text of an enumeration.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="known">Whether the text is one of the values that the schema lists; false is noted as <see cref="DriftKind.UnknownValue"/>.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Enum(int block, int slot, int value, bool known)
    {
        bool fits = Kind(value) == JsonKind.String;
        if (fits && !known)
        {
            _document.AddDrift(DriftKind.UnknownValue, value);
        }

        return SetScalar(ref Place(block, slot), value, fits, ViewMember.Enum);
    }

    /// <summary>Binds a value of any kind.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Raw(int block, int slot, int value) => SetScalar(ref Place(block, slot), value, Kind(value) != JsonKind.Null, ViewMember.Raw);

    /// <summary>Notes a member of the envelope that routing walks into; its object has no property for it.</summary>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Walked(int block, int slot, int value) => _document.Walk is not null || Raw(block, slot, value);

    /// <summary>Takes a member that is not listed, of an object that may have others than the listed ones. It has no slot; the object's JSON holds it.</summary>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True: the member is expected.</returns>
    public bool Other(int value)
    {
        _document.Walk?.Other(value);
        return true;
    }

    /// <summary>Binds an object and its members.</summary>
    /// <typeparam name="T">The view of the object.</typeparam>
    /// <param name="block">The block of the object that has the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Object<T>(int block, int slot, int value)
        where T : struct, IJsonView<T>
    {
        if (CanSetBlock(block, slot, value, JsonKind.Object))
        {
            int child = T.Bind(this, value);
            Place(block, slot) = child;
        }
        else
        {
            _document.Walk?.Object<T>(Place(block, slot), value);
        }

        return true;
    }

    /// <summary>Binds an array of objects. An element that is no object becomes an absent view and is noted as mismatch.</summary>
    /// <typeparam name="T">The view of an element.</typeparam>
    /// <param name="block">The block of the object that has the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool List<T>(int block, int slot, int value)
        where T : struct, IJsonView<T>
    {
        if (!CanSetBlock(block, slot, value, JsonKind.Array))
        {
            _document.Walk?.List<T>(Place(block, slot), value);
            return true;
        }

        TapeNode[] nodes = _document.Tape.Nodes;
        int place = BeginList(value);
        Place(block, slot) = place;
        place += WebhookDocument.ListHeader;
        for (int element = value + 1; element < nodes[value].Next; element = nodes[element].Next)
        {
            int child = BindElement<T>(element);
            _document.Slots[place++] = child;
        }

        return true;
    }

    /// <summary>Binds an array of strings. An element that is no string reads as null and is noted as mismatch.</summary>
    /// <param name="block">The block of the object that has the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Texts(int block, int slot, int value)
    {
        if (!CanSetBlock(block, slot, value, JsonKind.Array))
        {
            _document.Walk?.Texts(Place(block, slot), value);
            return true;
        }

        TapeNode[] nodes = _document.Tape.Nodes;
        int place = BeginList(value);
        Place(block, slot) = place;
        place += WebhookDocument.ListHeader;
        for (int element = value + 1; element < nodes[value].Next; element = nodes[element].Next)
        {
            _document.Slots[place++] = TextElement(element);
        }

        return true;
    }

    /// <summary>Binds an object whose members have arbitrary names and objects as values.</summary>
    /// <typeparam name="T">The view of a value.</typeparam>
    /// <param name="block">The block of the object that has the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool Map<T>(int block, int slot, int value)
        where T : struct, IJsonView<T>
    {
        if (!CanSetBlock(block, slot, value, JsonKind.Object))
        {
            _document.Walk?.Map<T>(Place(block, slot), value);
            return true;
        }

        int map = BeginMap(value);
        Place(block, slot) = map;
        int end = _document.Slots[map + WebhookDocument.ListCount];
        for (int entry = 0, place = map + WebhookDocument.ListHeader; entry < end; entry++, place += 2)
        {
            int child = BindElement<T>(_document.Slots[place] + 1);
            _document.Slots[place + 1] = child;
        }

        return true;
    }

    /// <summary>Binds an object whose members have arbitrary names and strings as values.</summary>
    /// <param name="block">The block of the object that has the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <returns>True, as for every member that the type knows.</returns>
    public bool TextMap(int block, int slot, int value)
    {
        if (!CanSetBlock(block, slot, value, JsonKind.Object))
        {
            _document.Walk?.TextMap(Place(block, slot), value);
            return true;
        }

        int map = BeginMap(value);
        Place(block, slot) = map;
        int end = _document.Slots[map + WebhookDocument.ListCount];
        for (int entry = 0, place = map + WebhookDocument.ListHeader; entry < end; entry++, place += 2)
        {
            _document.Slots[place + 1] = TextElement(_document.Slots[place] + 1);
        }

        return true;
    }
}
