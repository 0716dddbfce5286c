using System.Globalization;

namespace WaGen.Runtime;

/// <summary>Members. A name is given as <c>,"name":</c>; what is null is left out.</summary>
public ref partial struct PayloadWriter
{
    /// <summary>Writes a member that always has the same value.</summary>
    /// <param name="member">Comma, name, colon and value.</param>
    public void Constant(ReadOnlySpan<byte> member)
    {
        if (_source is null)
        {
            Name(member);
            return;
        }

        int name = NameIn(member).Length + 4;
        WriteForm(member[..name], member[name..]);
    }

    /// <summary>Writes a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (_source is not null)
        {
            WriteForm(name, value is null ? default : Form(value));
        }
        else if (value is not null)
        {
            Name(name);
            Append(value);
        }
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    public void Integer(ReadOnlySpan<byte> name, long? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            WriteForm(name, value is null ? default : Form(value.Value, form));
        }
        else if (value is not null)
        {
            Name(name);
            Number(value.Value, form);
        }
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    public void Decimal(ReadOnlySpan<byte> name, decimal? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            WriteForm(name, value is null ? default : Form(value.Value, form));
        }
        else if (value is not null)
        {
            Name(name);
            Number(value.Value, form);
        }
    }

    /// <summary>Writes a floating-point number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    public void Double(ReadOnlySpan<byte> name, double? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            WriteForm(name, value is null ? default : Form(value.Value, form));
        }
        else if (value is not null)
        {
            Name(name);
            Number(value.Value, form);
        }
    }

    /// <summary>Writes a time as whole seconds since 1970.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    public void UnixTime(ReadOnlySpan<byte> name, DateTimeOffset? value, ScalarForms form = ScalarForms.Number) => Integer(name, value?.ToUnixTimeSeconds(), form);

    /// <summary>Writes a truth value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as itself or as a string.</param>
    public void Boolean(ReadOnlySpan<byte> name, bool? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            WriteForm(name, value is null ? default : Form(value.Value, form));
        }
        else if (value is not null)
        {
            Name(name);
            Append(Form(value.Value, form));
        }
    }

    /// <summary>Writes a value of an enumeration; one that has no text is left out.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <typeparam name="TWire">Its texts.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Enum<T, TWire>(ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
        where TWire : struct, IPayloadTexts<T>
    {
        ReadOnlySpan<byte> text = value is null ? default : TWire.Text(value.Value);
        if (_source is not null)
        {
            WriteForm(name, Form(text));
        }
        else if (!text.IsEmpty)
        {
            Name(name);
            Append((byte)'"');
            Append(text);
            Append((byte)'"');
        }
    }

    /// <summary>Writes an object.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Object(ReadOnlySpan<byte> name, Payload? value)
    {
        if (value is not null)
        {
            Name(name);
            Object(value);
        }
        else
        {
            WriteReceived(name);
        }
    }

    /// <summary>Writes an array of objects.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    public void Objects<T>(ReadOnlySpan<byte> name, PayloadList<T>? values)
        where T : Payload
    {
        if (values is null)
        {
            WriteReceived(name);
            return;
        }

        Name(name);
        Append((byte)'[');
        bool first = true;
        foreach (T value in values)
        {
            Separate(ref first);
            Object(value);
        }

        Append((byte)']');
    }

    /// <summary>Writes an array of texts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    public void Texts(ReadOnlySpan<byte> name, PayloadList<string>? values)
    {
        if (values is null)
        {
            WriteReceived(name);
            return;
        }

        Name(name);
        Append((byte)'[');
        bool first = true;
        foreach (string value in values)
        {
            Separate(ref first);
            Append(value);
        }

        Append((byte)']');
    }

    /// <summary>Writes an array of whole numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    public void Integers(ReadOnlySpan<byte> name, PayloadList<long>? values)
    {
        if (values is null)
        {
            WriteReceived(name);
            return;
        }

        Name(name);
        Append((byte)'[');
        bool first = true;
        foreach (long value in values)
        {
            Separate(ref first);
            Number(value, ScalarForms.Number);
        }

        Append((byte)']');
    }

    /// <summary>Writes an object with free names and texts as values.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The texts by their names.</param>
    public void TextMap(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? values)
    {
        if (values is null)
        {
            WriteReceived(name);
            return;
        }

        Name(name);
        Append((byte)'{');
        bool first = true;
        foreach (KeyValuePair<string, string> value in values)
        {
            Separate(ref first);
            Append(value.Key);
            Append((byte)':');
            Append(value.Value);
        }

        Append((byte)'}');
    }

    /// <summary>Writes an object with free names and objects as values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The payloads by their names.</param>
    public void Map<T>(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values)
        where T : Payload
    {
        if (values is null)
        {
            WriteReceived(name);
            return;
        }

        Name(name);
        Append((byte)'{');
        bool first = true;
        foreach (KeyValuePair<string, T> value in values)
        {
            Separate(ref first);
            Append(value.Key);
            Append((byte)':');
            Object(value.Value);
        }

        Append((byte)'}');
    }

    /// <summary>Writes anything as it is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Raw(ReadOnlySpan<byte> name, JsonFragment? value)
    {
        if (value is not null)
        {
            Name(name);
            Append(value.Utf8.Span);
        }
        else
        {
            WriteReceived(name);
        }
    }

    private void Separate(ref bool first)
    {
        if (!first)
        {
            Append((byte)',');
        }

        first = false;
        _comma = 0;
    }

    private void Number<T>(T value, ScalarForms form)
        where T : IUtf8SpanFormattable
    {
        const int MostDigits = 40;
        Reserve(MostDigits);
        bool quoted = form == ScalarForms.String;
        if (quoted)
        {
            _buffer[_used++] = (byte)'"';
        }

        _ = value.TryFormat(_buffer[_used..], out int written, default, CultureInfo.InvariantCulture);
        _used += written;
        if (quoted)
        {
            _buffer[_used++] = (byte)'"';
        }
    }
}
