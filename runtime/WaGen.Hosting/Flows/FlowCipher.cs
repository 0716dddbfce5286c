using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WaGen.Hosting;

/// <summary>AES-GCM (NIST SP 800-38D) with initialization vectors of any length and no additional data.</summary>
/// <remarks>The vectors of Flows have 16 bytes; <see cref="AesGcm"/> takes 12 only. The block cipher is that of the platform.</remarks>
internal static class FlowCipher
{
    /// <summary>Bytes of the tag, which stands behind the encrypted bytes.</summary>
    public const int TagSize = FlowHash.BlockSize;

    private const int Block = FlowHash.BlockSize;
    private const int ShortVector = 12;
    private const int Stretch = 64 * Block;

    /// <summary>Encrypts, and appends the tag.</summary>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="vector">At least one byte; never the same one twice for a key.</param>
    /// <param name="plain">What to encrypt.</param>
    /// <param name="output">As long as <paramref name="plain"/> and the tag together.</param>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> plain, Span<byte> output)
    {
        using Aes aes = Create(key);
        Span<byte> counter = stackalloc byte[Block];
        Span<byte> encrypted = output[..plain.Length];
        using var hash = new FlowHash(aes);
        Start(hash, vector, counter);
        Apply(aes, counter, plain, encrypted);
        Tag(aes, hash, counter, encrypted, output[plain.Length..]);
    }

    /// <summary>Checks the tag and decrypts.</summary>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="vector">The vector that was used for encrypting.</param>
    /// <param name="input">The encrypted bytes and their tag.</param>
    /// <param name="plain">As long as <paramref name="input"/> without the tag; it stays as it is when the tag is wrong.</param>
    /// <returns>Whether the tag was right.</returns>
    public static bool TryDecrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> input, Span<byte> plain)
    {
        if (input.Length < TagSize)
        {
            return false;
        }

        using Aes aes = Create(key);
        Span<byte> counter = stackalloc byte[Block];
        Span<byte> tag = stackalloc byte[TagSize];
        ReadOnlySpan<byte> encrypted = input[..^TagSize];
        using var hash = new FlowHash(aes);
        Start(hash, vector, counter);
        Tag(aes, hash, counter, encrypted, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, input[^TagSize..]))
        {
            return false;
        }

        Apply(aes, counter, encrypted, plain);
        return true;
    }

    private static Aes Create(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        aes.SetKey(key);
        return aes;
    }

    /// <summary>Makes the first counter block of a vector.</summary>
    private static void Start(FlowHash hash, ReadOnlySpan<byte> vector, Span<byte> counter)
    {
        if (vector.Length == ShortVector)
        {
            vector.CopyTo(counter);
            BinaryPrimitives.WriteUInt32BigEndian(counter[ShortVector..], 1);
        }
        else
        {
            hash.Compute(vector, counter);
        }
    }

    /// <summary>Encrypts or decrypts with the blocks that follow the first counter.</summary>
    private static void Apply(Aes aes, ReadOnlySpan<byte> first, ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<byte> stream = stackalloc byte[Stretch];
        uint count = BinaryPrimitives.ReadUInt32BigEndian(first[ShortVector..]);
        while (input.Length > 0)
        {
            int length = Math.Min(input.Length, Stretch);
            Span<byte> part = stream[..((length + Block - 1) / Block * Block)];
            for (int at = 0; at < part.Length; at += Block)
            {
                first[..ShortVector].CopyTo(part[at..]);
                BinaryPrimitives.WriteUInt32BigEndian(part[(at + ShortVector)..], unchecked(++count));
            }

            aes.EncryptEcb(part, part, PaddingMode.None);
            for (int at = 0; at < length; at++)
            {
                output[at] = (byte)(input[at] ^ part[at]);
            }

            input = input[length..];
            output = output[length..];
        }

        CryptographicOperations.ZeroMemory(stream);
    }

    private static void Tag(Aes aes, FlowHash hash, ReadOnlySpan<byte> first, ReadOnlySpan<byte> encrypted, Span<byte> tag)
    {
        Span<byte> mask = stackalloc byte[Block];
        aes.EncryptEcb(first, mask, PaddingMode.None);
        hash.Compute(encrypted, tag);
        Span<ulong> parts = MemoryMarshal.Cast<byte, ulong>(tag[..TagSize]);
        ReadOnlySpan<ulong> masks = MemoryMarshal.Cast<byte, ulong>(mask);
        parts[0] ^= masks[0];
        parts[1] ^= masks[1];
    }
}
