using System.Text;

namespace WaGen.Runtime;

/// <summary>Scalars.</summary>
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
            if (MayHoldLoneSurrogate(text))
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

        KeepOtherForm(number, written);
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

        KeepOtherForm(number, written);
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

        KeepOtherForm(number, written);
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

        KeepOtherForm(time.ToUnixTimeSeconds(), written);
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
        ReadOnlySpan<byte> text = TWire.Text(value);
        if (text.IsEmpty || !_document.ReadRaw(_document.Version, Value)[1..^1].SequenceEqual(text))
        {
            Keep(PayloadWriter.Quote(text));
        }

        return value;
    }

    /// <summary>Half a surrogate pair is read as this character, and written as received nevertheless.</summary>
    private static bool MayHoldLoneSurrogate(string text) => text.Contains('\uFFFD', StringComparison.Ordinal);

    private readonly bool IsOf(ScalarForms forms) => Kind switch
    {
        JsonKind.Number => forms.HasFlag(ScalarForms.Number),
        JsonKind.String => forms.HasFlag(ScalarForms.String),
        _ => false,
    };

    /// <summary>Keeps the current member unless writing it would give the same bytes.</summary>
    private void KeepOtherForm(scoped ReadOnlySpan<byte> written)
    {
        if (!_document.ReadRaw(_document.Version, Value).SequenceEqual(written))
        {
            Keep(written);
        }
    }

    private void KeepOtherForm<T>(T number, ScalarForms written)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> buffer = stackalloc byte[PayloadWriter.LongestNumber];
        KeepOtherForm(PayloadWriter.Form(number, written, buffer));
    }
}
