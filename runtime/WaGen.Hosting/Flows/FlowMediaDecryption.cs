using System.Security.Cryptography;

namespace WaGen;

/// <summary>Decrypts one file piece by piece: AES-256-CBC, then the first ten bytes of an HMAC-SHA256 over vector and encrypted bytes.</summary>
/// <remarks>
/// The last block stays back until hashes and HMAC are known to be right. Its padding is therefore never looked at in a file that somebody changed, so nobody
/// can learn from how that fails.
/// </remarks>
internal sealed class FlowMediaDecryption : IDisposable
{
    public const int ChunkSize = 64 * 1024;

    /// <summary>As much as one piece and what was held back can give.</summary>
    public const int OutputSize = ChunkSize + Held;

    private const int Block = 16;
    private const int TagSize = 10;

    // A block and the tag, and what is missing to the next block.
    private const int Held = (2 * Block) + TagSize;

    private readonly FlowMediaKeys _keys;
    private readonly Aes _aes = Aes.Create();
    private readonly ICryptoTransform _decryptor;
    private readonly IncrementalHash _mac;
    private readonly IncrementalHash _encryptedHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _plainHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _pending = new byte[OutputSize];
    private int _held;

    public FlowMediaDecryption(FlowMediaKeys keys)
    {
        _keys = keys;
        _aes.Mode = CipherMode.CBC;
        _aes.Padding = PaddingMode.None;
        _decryptor = _aes.CreateDecryptor(keys.Key, keys.Vector);
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.MacKey);
        _mac.AppendData(keys.Vector);
    }

    /// <summary>Takes at most <see cref="ChunkSize"/> bytes.</summary>
    /// <returns>How many decrypted bytes are in <paramref name="output"/>.</returns>
    public int Add(ReadOnlySpan<byte> encrypted, byte[] output)
    {
        _encryptedHash.AppendData(encrypted);
        encrypted.CopyTo(_pending.AsSpan(_held));
        _held += encrypted.Length;
        int ready = (_held - TagSize - Block) / Block * Block;
        if (ready <= 0)
        {
            return 0;
        }

        _mac.AppendData(_pending, 0, ready);
        int written = _decryptor.TransformBlock(_pending, 0, ready, output, 0);
        _plainHash.AppendData(output, 0, written);
        _held -= ready;
        _pending.AsSpan(ready, _held).CopyTo(_pending);
        return written;
    }

    /// <summary>Checks everything and gives the rest.</summary>
    /// <returns>How many decrypted bytes are in <paramref name="output"/>.</returns>
    /// <exception cref="InvalidDataException">Something is wrong.</exception>
    public int Finish(byte[] output)
    {
        int length = _held - TagSize;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        bool isRight = length == Block;
        if (isRight)
        {
            ReadOnlySpan<byte> last = _pending.AsSpan(0, length);
            _mac.AppendData(last);
            _mac.GetHashAndReset(hash);
            isRight = CryptographicOperations.FixedTimeEquals(hash[..TagSize], _pending.AsSpan(length, TagSize));
            _encryptedHash.GetHashAndReset(hash);
            isRight &= CryptographicOperations.FixedTimeEquals(hash, _keys.EncryptedHash);
        }

        int rest = isRight ? Block - PaddingOf(output) : 0;
        if (isRight && rest is >= 0 and < Block)
        {
            _plainHash.AppendData(output, 0, rest);
            _plainHash.GetHashAndReset(hash);
            if (CryptographicOperations.FixedTimeEquals(hash, _keys.PlainHash))
            {
                return rest;
            }
        }

        throw new InvalidDataException("The file is not the one that was announced; do not use what was written.");
    }

    public void Dispose()
    {
        _decryptor.Dispose();
        _aes.Dispose();
        _mac.Dispose();
        _encryptedHash.Dispose();
        _plainHash.Dispose();
        CryptographicOperations.ZeroMemory(_pending);
    }

    /// <summary>Decrypts the last block.</summary>
    /// <returns>How many bytes at its end only fill it up: 1 to 16; another number when they are not written as they should be.</returns>
    private int PaddingOf(byte[] output)
    {
        _decryptor.TransformBlock(_pending, 0, Block, output, 0);
        int count = output[Block - 1];
        return count is > 0 and <= Block && !output.AsSpan(Block - count, count).ContainsAnyExcept((byte)count) ? count : 0;
    }
}
