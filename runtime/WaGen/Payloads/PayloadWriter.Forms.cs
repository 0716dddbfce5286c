using System.Buffers;
using System.Globalization;
using System.Text;

namespace WaGen.Runtime;

/// <summary>Members of payloads that were read: what was received in another form is written in that form while it has the same value.</summary>
public ref partial struct PayloadWriter
{
    /// <summary>The bytes that are written for a text.</summary>
    internal static ReadOnlySpan<byte> Form(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(output);
        writer.Append(text);
        writer.Flush();
        return output.WrittenSpan;
    }

    /// <summary>The bytes that are written for a number.</summary>
    internal static ReadOnlySpan<byte> Form<T>(T value, ScalarForms form)
        where T : IFormattable
    {
        string text = value.ToString(null, CultureInfo.InvariantCulture) ?? string.Empty;
        return Encoding.UTF8.GetBytes(form == ScalarForms.String ? $"\"{text}\"" : text);
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
    internal static ReadOnlySpan<byte> Form(ReadOnlySpan<byte> text) => text.IsEmpty ? default : (byte[])[(byte)'"', .. text, (byte)'"'];

    private void WriteForm(ReadOnlySpan<byte> name, ReadOnlySpan<byte> written)
    {
        if (_source!.TryGet(NameIn(name), written, out ReadOnlySpan<byte> raw))
        {
            written = raw;
        }

        if (!written.IsEmpty)
        {
            Name(name);
            Append(written);
        }
    }

    /// <summary>Writes what was received for a member that could not be read or was null.</summary>
    private void WriteReceived(ReadOnlySpan<byte> name)
    {
        if (_source is not null)
        {
            WriteForm(name, default);
        }
    }
}
