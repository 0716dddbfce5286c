using System.Buffers;

namespace WaGen;

/// <summary>Collects a received body in pooled memory, which is cleared before it is given back.</summary>
public sealed class WebhookBody : IBufferWriter<byte>, IDisposable
{
    private const int MinimumSize = 4096;

    private byte[] _buffer;
    private int _length;
    private bool _disposed;

    /// <summary>Rents memory.</summary>
    /// <param name="sizeHint">The bytes that are expected; more can be written.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sizeHint"/> is negative.</exception>
    public WebhookBody(int sizeHint = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, MinimumSize));
    }

    /// <summary>Gets how many bytes were written.</summary>
    public int Length => _length;

    /// <summary>Gets the bytes that were written. They are good until the next write.</summary>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer.AsSpan(0, _length);
        }
    }

    /// <summary>Gets the memory, <see cref="Length"/> bytes of it in use.</summary>
    internal byte[] Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public void Advance(int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _length);
        _length += count;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    /// <summary>Clears what was written and starts again in the same memory.</summary>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _buffer.AsSpan(0, _length).Clear();
        _length = 0;
    }

    /// <summary>Clears what was written and gives the memory back. A second call does nothing.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Release();
            _buffer = [];
            _length = 0;
        }
    }

    private void Reserve(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        int needed = checked(_length + Math.Max(sizeHint, 1));
        if (needed > _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, _buffer.Length * 2L), Array.MaxLength));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            Release();
            _buffer = larger;
        }
    }

    private void Release()
    {
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
