using System.Text;

namespace WaGen.Runtime;

/// <summary>Values of members.</summary>
public ref partial struct PayloadReader
{
    /// <summary>Reads a text.</summary>
    /// <returns>The text; null when the value is none.</returns>
    public string? ReadText() => ReadText(ScalarForms.String);

    /// <summary>Reads a text that may be written as a number.</summary>
    /// <param name="forms">The forms that the schema allows; a text is always one of them.</param>
    /// <returns>The text, or the digits of the number; null when the value is neither.</returns>
    public string? ReadText(ScalarForms forms)
    {
        if (Kind == JsonKind.String)
        {
            string text = Encoding.UTF8.GetString(_document.Binder.Text(Value));
            if (HasLoneSurrogate(text))
            {
                Keep(PayloadWriter.Form(text));
            }

            return text;
        }

        if (Kind == JsonKind.Number && forms.HasFlag(ScalarForms.Number))
        {
            string text = Encoding.UTF8.GetString(_document.ReadRaw(_document.Version, Value));
            Keep(PayloadWriter.Form(text));
            return text;
        }

        Mismatch("string");
        return null;
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="forms">The forms that the schema allows.</param>
    /// <param name="written">The form that is written.</param>
    /// <returns>The number; null when the value is none of 64 bits.</returns>
    public long? ReadInteger(ScalarForms forms, ScalarForms written)
    {
        if (!IsOf(forms) || !JsonScalars.TryGetInt64(_document.Binder.Text(Value), out long number))
        {
            Mismatch("integer");
            return null;
        }

        KeepOtherForm(PayloadWriter.Form(number, written));
        return number;
    }

    /// <summary>Reads a decimal number.</summary>
    /// <param name="forms">The forms that the schema allows.</param>
    /// <param name="written">The form that is written.</param>
    /// <returns>The number; null when the value is none in the range of <see cref="decimal"/>.</returns>
    public decimal? ReadDecimal(ScalarForms forms, ScalarForms written)
    {
        if (!IsOf(forms) || !JsonScalars.TryGetDecimal(_document.Binder.Text(Value), out decimal number))
        {
            Mismatch("number");
            return null;
        }

        KeepOtherForm(PayloadWriter.Form(number, written));
        return number;
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <param name="forms">The forms that the schema allows.</param>
    /// <param name="written">The form that is written.</param>
    /// <returns>The number; null when the value is no finite number.</returns>
    public double? ReadDouble(ScalarForms forms, ScalarForms written)
    {
        if (!IsOf(forms) || !JsonScalars.TryGetDouble(_document.Binder.Text(Value), out double number))
        {
            Mismatch("number");
            return null;
        }

        KeepOtherForm(PayloadWriter.Form(number, written));
        return number;
    }

    /// <summary>Reads a time in seconds since 1970.</summary>
    /// <param name="forms">The forms that the schema allows.</param>
    /// <param name="written">The form that is written.</param>
    /// <returns>The time in UTC; null when the value is none.</returns>
    public DateTimeOffset? ReadUnixTime(ScalarForms forms, ScalarForms written)
    {
        if (!IsOf(forms) || !JsonScalars.TryGetUnixTime(_document.Binder.Text(Value), out DateTimeOffset time))
        {
            Mismatch("unix-time");
            return null;
        }

        KeepOtherForm(PayloadWriter.Form(time.ToUnixTimeSeconds(), written));
        return time;
    }

    /// <summary>Reads a truth value.</summary>
    /// <param name="forms">The forms that the schema allows.</param>
    /// <param name="written">The form that is written.</param>
    /// <returns>The value; null when it is none.</returns>
    public bool? ReadBoolean(ScalarForms forms, ScalarForms written)
    {
        bool isOf = Kind is JsonKind.True or JsonKind.False ? forms.HasFlag(ScalarForms.Number) : Kind == JsonKind.String && forms.HasFlag(ScalarForms.String);
        bool value = Kind == JsonKind.True;
        if (!isOf || (Kind == JsonKind.String && !JsonScalars.TryGetBoolean(_document.Binder.Text(Value), out value)))
        {
            Mismatch("boolean");
            return null;
        }

        KeepOtherForm(PayloadWriter.Form(value, written));
        return value;
    }

    /// <summary>Reads a value of an enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <typeparam name="TWire">Its texts.</typeparam>
    /// <returns>The value, the default one for a text that the schema does not list; null when the value is no text.</returns>
    public T? ReadEnum<T, TWire>()
        where T : struct, Enum
        where TWire : struct, IPayloadTexts<T>
    {
        if (Kind != JsonKind.String)
        {
            Mismatch("enum");
            return null;
        }

        T value = TWire.Parse(_document.Binder.Text(Value));
        KeepOtherForm(PayloadWriter.Form(TWire.Text(value)));
        return value;
    }

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

        var items = new List<string>();
        for (int element = Value + 1; element < _document.Tape.Nodes[Value].Next; element = _document.Tape.Nodes[element].Next)
        {
            items.Add(Encoding.UTF8.GetString(_document.Binder.Text(element)));
        }

        return new PayloadList<string>([.. items], owned: true);
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

        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int name = Value + 1; name < _document.Tape.Nodes[Value].Next; name = _document.Tape.Nodes[name + 1].Next)
        {
            items[Encoding.UTF8.GetString(NameOf(name))] = Encoding.UTF8.GetString(_document.Binder.Text(name + 1));
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

        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int name = Value + 1; name < _document.Tape.Nodes[Value].Next; name = _document.Tape.Nodes[name + 1].Next)
        {
            items[Encoding.UTF8.GetString(NameOf(name))] = ReadObject<T>(name + 1);
        }

        return items;
    }

    /// <summary>Reads anything.</summary>
    /// <returns>The value as it was received.</returns>
    public JsonFragment ReadRaw() => new(_document.ReadRaw(_document.Version, Value).ToArray());

    private static bool HasLoneSurrogate(string text) => text.Contains('\uFFFD', StringComparison.Ordinal);

    private readonly T ReadObject<T>(int node)
        where T : Payload, IPayload<T>
    {
        var reader = new PayloadReader(_document, node, _findings);
        return T.Read(ref reader);
    }

    private readonly bool IsOf(ScalarForms forms) => Kind switch
    {
        JsonKind.Number => forms.HasFlag(ScalarForms.Number),
        JsonKind.String => forms.HasFlag(ScalarForms.String),
        _ => false,
    };

    private readonly bool IsArrayOf(JsonKind kind)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        if (Kind != JsonKind.Array)
        {
            return false;
        }

        for (int element = Value + 1; element < nodes[Value].Next; element = nodes[element].Next)
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

    /// <summary>Keeps the current member unless writing it would give the same bytes.</summary>
    private void KeepOtherForm(ReadOnlySpan<byte> written)
    {
        if (!_document.ReadRaw(_document.Version, Value).SequenceEqual(written))
        {
            Keep(written);
        }
    }
}
