using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>Objects, arrays, maps and raw JSON. What is null is left out.</summary>
public ref partial struct PayloadWriter
{
    /// <summary>Writes an object.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Object(ReadOnlySpan<byte> name, Payload? value)
    {
        if (value is not null)
        {
            Name(name);
            Object(value);
        }
        else if (_source is not null)
        {
            AsReceived(name);
        }
    }

    /// <summary>Writes an array of objects.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Objects<T>(ReadOnlySpan<byte> name, PayloadList<T>? values)
        where T : Payload
    {
        if (values is not null)
        {
            Unsafe.Add(ref CopyName(name), name.Length) = (byte)'[';
            _used += name.Length + 1;
            Elements(ReadOnlySpan<Payload>.CastUp(values.AsSpan()));
        }
        else if (_source is not null)
        {
            AsReceived(name);
        }
    }

    /// <summary>Writes an array of texts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    public void Texts(ReadOnlySpan<byte> name, PayloadList<string>? values)
    {
        if (values is null)
        {
            AsReceived(name);
            return;
        }

        Name(name);
        Append(values);
    }

    /// <summary>Writes an array of arrays of texts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    public void TextRows(ReadOnlySpan<byte> name, PayloadList<PayloadList<string>>? values)
    {
        if (values is null)
        {
            AsReceived(name);
        }
        else if (_source?.Find(NameIn(name)) is null || !IsAsReceived(name, Form(values)))
        {
            Name(name);
            Append(values);
        }
    }

    /// <summary>Writes an array of whole numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The elements.</param>
    public void Integers(ReadOnlySpan<byte> name, PayloadList<long>? values)
    {
        if (values is null)
        {
            AsReceived(name);
            return;
        }

        Name(name);
        Append((byte)'[');
        bool first = true;
        foreach (long value in values)
        {
            Separate(ref first);
            Number(0, value, ScalarForms.Number);
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
            AsReceived(name);
            return;
        }

        Name(name);
        Append((byte)'{');
        bool first = true;
        foreach (KeyValuePair<string, string> value in values)
        {
            // What is null is left out here too; such a value comes only from code that is not checked for null.
            if (value.Value is not null)
            {
                Separate(ref first);
                Append(0, value.Key);
                Append((byte)':');
                Append(0, value.Value);
            }
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
            AsReceived(name);
            return;
        }

        Name(name);
        Append((byte)'{');
        bool first = true;
        foreach (KeyValuePair<string, T> value in values)
        {
            if (value.Value is not null)
            {
                Separate(ref first);
                Append(0, value.Key);
                Append((byte)':');
                Object(value.Value);
            }
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
            AsReceived(name);
        }
    }

    private void Append(PayloadList<PayloadList<string>> rows)
    {
        Append((byte)'[');
        bool first = true;
        foreach (PayloadList<string> row in rows)
        {
            Separate(ref first);
            Append(row);
        }

        Append((byte)']');
    }

    private void Append(PayloadList<string> values)
    {
        Append((byte)'[');
        bool first = true;
        foreach (string value in values)
        {
            Separate(ref first);
            Append(0, value);
        }

        Append((byte)']');
    }

    private void Elements(ReadOnlySpan<Payload> values)
    {
        bool first = true;
        foreach (Payload value in values)
        {
            Separate(ref first);
            Object(value);
        }

        Append((byte)']');
    }

    private void Separate(ref bool first)
    {
        if (!first)
        {
            Append((byte)',');
        }

        first = false;
    }
}
