using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace WaGen.Runtime;

/// <summary>Writes payloads as JSON. Plumbing of printed code.</summary>
/// <remarks>
/// Names come with the comma before and the colon behind, so that a member is one copy; the first one of an object loses its comma.
/// Nothing is allocated unless a payload was read and has members in another form than the written one.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PayloadWriter
{
    private const int SmallestBuffer = 256;
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\");

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _buffer;
    private int _used;
    private int _comma;
    private PayloadSource? _source;

    internal PayloadWriter(IBufferWriter<byte> output)
    {
        _output = output;
        _buffer = output.GetSpan(SmallestBuffer);
    }

    /// <summary>The name of a member that is given with comma and colon.</summary>
    internal static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> member) => member.Slice(2, member[2..].IndexOf((byte)'"'));

    /// <summary>Writes the outermost payload and hands over the bytes.</summary>
    internal void Root(Payload payload)
    {
        Object(payload);
        Flush();
    }

    private void Object(Payload payload)
    {
        PayloadSource? outer = _source;
        _source = payload.Source;
        Append((byte)'{');
        _comma = 1;
        payload.WriteMembers(ref this);
        if (_source is not null)
        {
            WriteUnknown(_source);
        }

        Append((byte)'}');
        _comma = 0;
        _source = outer;
    }

    private void WriteUnknown(PayloadSource source)
    {
        foreach (PayloadSource.Entry entry in source.UnknownEntries)
        {
            Comma();
            Quoted(entry.Name);
            Append((byte)':');
            Append(entry.Raw);
        }
    }

    private void Comma()
    {
        if (_comma == 0)
        {
            Append((byte)',');
        }

        _comma = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Name(ReadOnlySpan<byte> member)
    {
        Append(member[_comma..]);
        _comma = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(byte value)
    {
        if (_used == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[_used++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _used < bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_buffer[_used..]);
        _used += bytes.Length;
    }

    private void Append(string text)
    {
        // A character becomes three bytes at most, or six when it must be escaped.
        ReadOnlySpan<char> rest = text;
        Reserve(checked((rest.Length * 3) + 2));
        _buffer[_used++] = (byte)'"';
        while (true)
        {
            int plain = rest.IndexOfAny(Escaped);
            ReadOnlySpan<char> run = plain < 0 ? rest : rest[..plain];
            Utf8.FromUtf16(run, _buffer[_used..], out _, out int written);
            _used += written;
            if (plain < 0)
            {
                break;
            }

            rest = rest[(plain + 1)..];
            Reserve(checked((rest.Length * 3) + 8));
            Escape(text[^(rest.Length + 1)]);
        }

        _buffer[_used++] = (byte)'"';
    }

    private void Escape(char c)
    {
        byte letter = c switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => 0,
        };
        _buffer[_used++] = (byte)'\\';
        if (letter != 0)
        {
            _buffer[_used++] = letter;
            return;
        }

        "u00"u8.CopyTo(_buffer[_used..]);
        _used += 3;
        _buffer[_used++] = (byte)('0' + (c >> 4));
        _buffer[_used++] = (byte)"0123456789abcdef"[c & 0xF];
    }

    /// <summary>Writes a text that is UTF-8 already.</summary>
    private void Quoted(ReadOnlySpan<byte> text) => Append(System.Text.Encoding.UTF8.GetString(text));

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _used < bytes)
        {
            Grow(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes)
    {
        _output.Advance(_used);
        _used = 0;
        _buffer = _output.GetSpan(Math.Max(bytes, SmallestBuffer));
    }

    private void Flush()
    {
        _output.Advance(_used);
        _used = 0;
        _buffer = default;
    }
}
