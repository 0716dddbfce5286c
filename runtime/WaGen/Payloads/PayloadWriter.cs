using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WaGen.Runtime;

/// <summary>Writes payloads as JSON. Plumbing of printed code.</summary>
/// <remarks>
/// Names come with the comma before and the colon behind, so that a member is one copy. The brace that opens an object is written in the place of
/// its first comma. Nothing is allocated unless a payload was read and has members in another form than the written one.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PayloadWriter
{
    private const int SmallestBuffer = 256;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _buffer;
    private int _used;

    // What stands before the next member.
    private byte _separator;
    private PayloadSource? _source;

    internal PayloadWriter(IBufferWriter<byte> output)
    {
        _output = output;
        _buffer = output.GetSpan(SmallestBuffer);
    }

    private readonly int Free => _buffer.Length - _used;

    /// <summary>Writes the outermost payload and hands over the bytes.</summary>
    internal void Root(Payload payload)
    {
        Object(payload);
        Flush();
    }

    /// <summary>The name of a member that is given with comma and colon.</summary>
    internal static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> member) => member.Slice(2, member[2..].IndexOf((byte)'"'));

    private void Object(Payload payload)
    {
        if (payload.Source is not null || _source is not null)
        {
            ObjectWithSource(payload);
            return;
        }

        _separator = (byte)'{';
        payload.Write(ref this);
        Close();
    }

    private void ObjectWithSource(Payload payload)
    {
        PayloadSource? outer = _source;
        _source = payload.Source;
        _separator = (byte)'{';
        payload.Write(ref this);
        if (_source is not null)
        {
            WriteUnknown(_source);
        }

        Close();
        _source = outer;
    }

    private void Close()
    {
        Reserve(2);
        if (_separator == (byte)'{')
        {
            // Nobody wrote a member.
            _buffer[_used++] = (byte)'{';
        }

        _buffer[_used++] = (byte)'}';
        _separator = (byte)',';
    }

    /// <summary>Writes a name that is given with comma and colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Name(ReadOnlySpan<byte> member)
    {
        CopyName(member);
        _used += member.Length;
    }

    /// <summary>Writes a name, and one byte of room behind it, without counting it as used.</summary>
    /// <remarks>Where this is compiled into printed code, the length is known and the copy a few instructions.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte CopyName(ReadOnlySpan<byte> member)
    {
        Reserve(member.Length + 1);
        ref byte start = ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), _used);
        Unsafe.CopyBlockUnaligned(ref start, ref MemoryMarshal.GetReference(member), (uint)member.Length);
        start = _separator;
        _separator = (byte)',';
        return ref start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(byte value)
    {
        Reserve(1);
        _buffer[_used++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Free)
        {
            AppendInPieces(bytes);
            return;
        }

        bytes.CopyTo(_buffer[_used..]);
        _used += bytes.Length;
    }

    private void AppendInPieces(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > Free)
        {
            bytes[..Free].CopyTo(_buffer[_used..]);
            bytes = bytes[Free..];
            _used = _buffer.Length;
            Grow(Math.Min(bytes.Length, LargestPiece));
        }

        bytes.CopyTo(_buffer[_used..]);
        _used += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int bytes)
    {
        if (bytes > Free)
        {
            Grow(bytes);
        }
    }

    /// <summary>Hands over what is written and gets memory for more.</summary>
    /// <exception cref="InvalidOperationException">The output gave less than it was asked for.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes)
    {
        _output.Advance(_used);
        _used = 0;
        _buffer = _output.GetSpan(Math.Max(bytes, SmallestBuffer));
        if (_buffer.Length < bytes)
        {
            throw new InvalidOperationException("The buffer writer gave less memory than it was asked for.");
        }
    }

    private void Flush()
    {
        _output.Advance(_used);
        _used = 0;
        _buffer = default;
    }
}
