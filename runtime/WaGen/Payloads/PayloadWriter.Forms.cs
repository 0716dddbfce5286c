using System.Buffers;
using System.Globalization;

namespace WaGen.Runtime;

/// <summary>Members of payloads that were read: what was received in another form is written in that form while it has the same value.</summary>
public ref partial struct PayloadWriter
{
    /// <summary>Enough bytes for every number in quotes.</summary>
    internal const int LongestNumber = 64;

    /// <summary>The bytes that are written for a text.</summary>
    internal static ReadOnlySpan<byte> Form(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(output);
        writer.Append(0, text);
        writer.Flush();
        return output.WrittenSpan;
    }

    /// <summary>The bytes that are written for arrays of texts.</summary>
    internal static ReadOnlySpan<byte> Form(PayloadList<PayloadList<string>> rows)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(output);
        writer.Append(rows);
        writer.Flush();
        return output.WrittenSpan;
    }

    /// <summary>The bytes that are written for a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    /// <param name="buffer">Has room for <see cref="LongestNumber"/> bytes.</param>
    internal static ReadOnlySpan<byte> Form<T>(T value, ScalarForms form, Span<byte> buffer)
        where T : struct, IUtf8SpanFormattable
    {
        int quote = form == ScalarForms.String ? 1 : 0;
        buffer[0] = (byte)'"';
        _ = value.TryFormat(buffer[quote..], out int length, default, CultureInfo.InvariantCulture);
        buffer[quote + length] = (byte)'"';
        return buffer[..(length + (quote * 2))];
    }

    /// <summary>The bytes that are written for a truth value.</summary>
    internal static ReadOnlySpan<byte> Form(bool value, ScalarForms form) => (value, form) switch
    {
        (true, ScalarForms.String) => "\"true\""u8,
        (false, ScalarForms.String) => "\"false\""u8,
        (true, _) => "true"u8,
        _ => "false"u8,
    };

    /// <summary>The bytes that are written for the text of a value of an enumeration; none without a text.</summary>
    internal static ReadOnlySpan<byte> Quote(ReadOnlySpan<byte> text) => text.IsEmpty ? default : (byte[])[(byte)'"', .. text, (byte)'"'];

    private void Number<T>(int before, T value, ScalarForms form)
        where T : struct, IUtf8SpanFormattable
    {
        if (LongestNumber > Free - before)
        {
            _used += before;
            before = 0;
            Grow(LongestNumber);
        }

        int used = _used + before;
        _used = used + Form(value, form, _buffer[used..]).Length;
    }

    /// <summary>Writes a member as it was received when it was received in another form than the written one and still has the same value.</summary>
    /// <param name="name">Comma, name and colon.</param>
    /// <param name="written">The bytes that would be written now; none when the member would be left out.</param>
    /// <returns>Whether it was written, or is to be left out because it was not received.</returns>
    private bool IsAsReceived(ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> written)
    {
        if (_source?.Find(NameIn(name)) is not { } entry || !written.SequenceEqual(entry.Written))
        {
            return false;
        }

        if (entry.Raw.Length > 0)
        {
            Name(name);
            Append(entry.Raw);
        }

        return true;
    }

    /// <summary>Writes what was received for a member that is null: null itself, or a value of another kind than described.</summary>
    private void AsReceived(ReadOnlySpan<byte> name) => _ = IsAsReceived(name, default);

    private void ConstantOrAsReceived(ReadOnlySpan<byte> member)
    {
        int name = NameIn(member).Length + 4;
        if (!IsAsReceived(member[..name], member[name..]))
        {
            Name(member);
        }
    }

    private void TextOrAsReceived(ReadOnlySpan<byte> name, string? value)
    {
        bool isKept = _source!.Find(NameIn(name)) is not null && IsAsReceived(name, value is null ? default : Form(value));
        if (!isKept && value is not null)
        {
            Name(name);
            Append(0, value);
        }
    }

    private void NumberOrAsReceived<T>(ReadOnlySpan<byte> name, T? value, ScalarForms form)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> buffer = stackalloc byte[LongestNumber];
        if (!IsAsReceived(name, value is null ? default : Form(value.Value, form, buffer)) && value is not null)
        {
            Name(name);
            Number(0, value.Value, form);
        }
    }

    private void BooleanOrAsReceived(ReadOnlySpan<byte> name, bool? value, ScalarForms form)
    {
        ReadOnlySpan<byte> text = value is null ? default : Form(value.Value, form);
        if (!IsAsReceived(name, text) && value is not null)
        {
            Name(name);
            Append(text);
        }
    }

    private void EnumOrAsReceived(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (!IsAsReceived(name, Quote(text)) && !text.IsEmpty)
        {
            Name(name);
            AppendQuoted(text);
        }
    }

    /// <summary>Writes a text that needs no escapes.</summary>
    private void AppendQuoted(ReadOnlySpan<byte> text)
    {
        Append((byte)'"');
        Append(text);
        Append((byte)'"');
    }

    private void WriteUnknown(PayloadSource source)
    {
        foreach (PayloadSource.Entry entry in source.UnknownEntries)
        {
            Append(_separator);
            _separator = (byte)',';
            Append(entry.Name);
            Append((byte)':');
            Append(entry.Raw);
        }
    }
}
