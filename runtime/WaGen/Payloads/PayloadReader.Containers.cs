using System.Text;

namespace WaGen.Runtime;

/// <summary>Objects, arrays, maps and raw JSON.</summary>
public ref partial struct PayloadReader
{
    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The type of payload.</typeparam>
    /// <returns>The payload; null when the value is no object.</returns>
    public T? ReadObject<T>()
        where T : Payload, IPayload<T>
    {
        if (Kind == JsonKind.Object)
        {
            return ReadObject<T>(Value);
        }

        Mismatch("object");
        return null;
    }

    /// <summary>Reads an array of objects.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <returns>The elements; null when the value is no array of objects alone.</returns>
    public PayloadList<T>? ReadObjects<T>()
        where T : Payload, IPayload<T>
    {
        if (!IsArrayOf(JsonKind.Object))
        {
            Mismatch("array of objects");
            return null;
        }

        var items = new List<T>();
        for (int element = Value + 1; element < _document.Tape.Nodes[Value].Next; element = _document.Tape.Nodes[element].Next)
        {
            items.Add(ReadObject<T>(element));
        }

        return new PayloadList<T>([.. items], owned: true);
    }

    /// <summary>Reads an array of texts.</summary>
    /// <returns>The texts; null when the value is no array of texts alone.</returns>
    public PayloadList<string>? ReadTexts()
    {
        if (!IsArrayOf(JsonKind.String))
        {
            Mismatch("array of strings");
            return null;
        }

        return TextsOf(Value);
    }

    /// <summary>Reads an array of arrays of texts. A single array of texts, or a single text, is read as if it stood in all arrays around it.</summary>
    /// <returns>The arrays; null when the value holds anything but texts.</returns>
    public PayloadList<PayloadList<string>>? ReadTextRows()
    {
        if (Kind == JsonKind.Array && AreTextRows())
        {
            var rows = new List<PayloadList<string>>();
            for (int row = Value + 1; row < _document.Tape.Nodes[Value].Next; row = _document.Tape.Nodes[row].Next)
            {
                rows.Add(TextsOf(row));
            }

            return new PayloadList<PayloadList<string>>([.. rows], owned: true);
        }

        if (Kind != JsonKind.String && !IsArrayOf(JsonKind.String))
        {
            Mismatch("array of arrays of strings");
            return null;
        }

        PayloadList<PayloadList<string>> single = [Kind == JsonKind.String ? [Encoding.UTF8.GetString(_document.Binder.Text(Value))] : TextsOf(Value)];
        Keep(PayloadWriter.Form(single));
        return single;
    }

    /// <summary>Reads an array of whole numbers.</summary>
    /// <returns>The numbers; null when the value is no array of whole numbers alone.</returns>
    public PayloadList<long>? ReadIntegers()
    {
        var items = new List<long>();
        if (IsArrayOf(JsonKind.Number))
        {
            int element = Value + 1;
            for (; element < _document.Tape.Nodes[Value].Next && JsonScalars.TryGetInt64(_document.Binder.Text(element), out long number); element = _document.Tape.Nodes[element].Next)
            {
                items.Add(number);
            }

            if (element >= _document.Tape.Nodes[Value].Next)
            {
                return new PayloadList<long>([.. items], owned: true);
            }
        }

        Mismatch("array of integers");
        return null;
    }

    /// <summary>Reads an object with free names and texts as values.</summary>
    /// <returns>The texts by their names, the last one when a name occurs more than once; null when the value is no object of texts alone.</returns>
    public IReadOnlyDictionary<string, string>? ReadTextMap()
    {
        if (!IsObjectOf(JsonKind.String))
        {
            Mismatch("object of strings");
            return null;
        }

        var items = new PayloadMap<string>();
        for (int name = Value + 1; name < _document.Tape.Nodes[Value].Next; name = _document.Tape.Nodes[name + 1].Next)
        {
            items.Set(Encoding.UTF8.GetString(NameOf(name)), Encoding.UTF8.GetString(_document.Binder.Text(name + 1)));
        }

        return items;
    }

    /// <summary>Reads an object with free names and objects as values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>The payloads by their names, the last one when a name occurs more than once; null when the value is no object of objects alone.</returns>
    public IReadOnlyDictionary<string, T>? ReadMap<T>()
        where T : Payload, IPayload<T>
    {
        if (!IsObjectOf(JsonKind.Object))
        {
            Mismatch("object of objects");
            return null;
        }

        var items = new PayloadMap<T>();
        for (int name = Value + 1; name < _document.Tape.Nodes[Value].Next; name = _document.Tape.Nodes[name + 1].Next)
        {
            items.Set(Encoding.UTF8.GetString(NameOf(name)), ReadObject<T>(name + 1));
        }

        return items;
    }

    /// <summary>Reads anything.</summary>
    /// <returns>The value as it was received.</returns>
    public JsonFragment ReadRaw() => new(_document.ReadRaw(_document.Version, Value).ToArray());

    private readonly T ReadObject<T>(int node)
        where T : Payload, IPayload<T>
    {
        var reader = new PayloadReader(_document, node, _findings);
        return T.Read(ref reader);
    }

    /// <summary>The elements of an array that has only texts.</summary>
    private readonly PayloadList<string> TextsOf(int array)
    {
        var items = new List<string>();
        for (int element = array + 1; element < _document.Tape.Nodes[array].Next; element = _document.Tape.Nodes[element].Next)
        {
            items.Add(Encoding.UTF8.GetString(_document.Binder.Text(element)));
        }

        return new PayloadList<string>([.. items], owned: true);
    }

    private readonly bool AreTextRows()
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        for (int row = Value + 1; row < nodes[Value].Next; row = nodes[row].Next)
        {
            if (!IsArrayOf(row, JsonKind.String))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool IsArrayOf(JsonKind kind) => IsArrayOf(Value, kind);

    private readonly bool IsArrayOf(int array, JsonKind kind)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        if (nodes[array].Kind != JsonKind.Array)
        {
            return false;
        }

        for (int element = array + 1; element < nodes[array].Next; element = nodes[element].Next)
        {
            if (nodes[element].Kind != kind)
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool IsObjectOf(JsonKind kind)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        if (Kind != JsonKind.Object)
        {
            return false;
        }

        for (int name = Value + 1; name < nodes[Value].Next; name = nodes[name + 1].Next)
        {
            if (nodes[name + 1].Kind != kind)
            {
                return false;
            }
        }

        return true;
    }
}
