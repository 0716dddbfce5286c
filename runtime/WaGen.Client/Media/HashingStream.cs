using System.Buffers;
using System.Security.Cryptography;

namespace WaGen.Client;

/// <summary>Passes a download on and compares its hash at the end.</summary>
internal sealed class HashingStream(Stream inner, byte[] expected) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool? _isRight;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads a hash, written in hexadecimal digits as the API does or in Base64 as webhooks do.</summary>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static byte[] ParseHash(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        byte[] hash = new byte[SHA256.HashSizeInBytes];
        bool isHash = trimmed.Length == hash.Length * 2
            ? Convert.FromHexString(trimmed, hash, out _, out int written) == OperationStatus.Done && written == hash.Length
            : Convert.TryFromBase64Chars(trimmed, hash, out written) && written == hash.Length;
        return isHash ? hash : throw new ArgumentException("The expected hash is no SHA-256 in hexadecimal digits or Base64.", nameof(text));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => Take(buffer, inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer, int read)
    {
        if (read > 0)
        {
            _hash.AppendData(buffer[..read]);
            return read;
        }

        // Asking for no bytes is no end. A wrong hash stays wrong for who reads on.
        if (buffer.Length > 0)
        {
            _isRight ??= _hash.GetHashAndReset().AsSpan().SequenceEqual(expected);
            if (_isRight == false)
            {
                throw new InvalidDataException("The downloaded bytes do not have the SHA-256 hash that was expected; do not use them.");
            }
        }

        return 0;
    }
}
