using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WaGen.Hosting;

/// <summary>The hash of GCM under one key, for texts without additional data.</summary>
/// <remarks>It reads no memory and takes no branch that depends on secret bits, so its time says nothing about them.</remarks>
internal sealed class FlowHash : IDisposable
{
    public const int BlockSize = 16;

    private const int Bits = BlockSize * 8;

    // The polynomial of the field with its bits in the order of GCM.
    private const ulong Polynomial = 0xE1UL << 56;

    // The key multiplied by every power of x: of each the upper half, then the lower one.
    private readonly ulong[] _powers = new ulong[Bits * 2];

    public FlowHash(Aes aes)
    {
        Span<byte> key = stackalloc byte[BlockSize];
        key.Clear();
        aes.EncryptEcb(key, key, PaddingMode.None);
        ulong high = BinaryPrimitives.ReadUInt64BigEndian(key);
        ulong low = BinaryPrimitives.ReadUInt64BigEndian(key[8..]);
        CryptographicOperations.ZeroMemory(key);
        for (int bit = 0; bit < Bits; bit++)
        {
            (_powers[2 * bit], _powers[(2 * bit) + 1]) = (high, low);
            ulong reduction = (0UL - (low & 1)) & Polynomial;
            low = (low >> 1) | (high << 63);
            high = (high >> 1) ^ reduction;
        }
    }

    /// <summary>Hashes a text, filled up with zeros to whole blocks, and the block that tells its length.</summary>
    public void Compute(ReadOnlySpan<byte> text, Span<byte> hash)
    {
        ulong high = 0;
        ulong low = 0;
        long bits = text.Length * 8L;
        Span<byte> last = stackalloc byte[BlockSize];
        while (text.Length > 0)
        {
            scoped ReadOnlySpan<byte> block = text;
            if (text.Length < BlockSize)
            {
                last.Clear();
                text.CopyTo(last);
                block = last;
            }

            high ^= BinaryPrimitives.ReadUInt64BigEndian(block);
            low ^= BinaryPrimitives.ReadUInt64BigEndian(block[8..]);
            Multiply(ref high, ref low);
            text = text[Math.Min(BlockSize, text.Length)..];
        }

        low ^= (ulong)bits;
        Multiply(ref high, ref low);
        BinaryPrimitives.WriteUInt64BigEndian(hash, high);
        BinaryPrimitives.WriteUInt64BigEndian(hash[8..], low);
    }

    public void Dispose() => Array.Clear(_powers);

    private void Multiply(ref ulong high, ref ulong low)
    {
        ulong productHigh = 0;
        ulong productLow = 0;
        ReadOnlySpan<ulong> powers = _powers;
        for (int bit = 0; bit < 64; bit++)
        {
            ulong upper = 0UL - ((high >> (63 - bit)) & 1);
            ulong lower = 0UL - ((low >> (63 - bit)) & 1);
            productHigh ^= (powers[2 * bit] & upper) ^ (powers[Bits + (2 * bit)] & lower);
            productLow ^= (powers[(2 * bit) + 1] & upper) ^ (powers[Bits + (2 * bit) + 1] & lower);
        }

        high = productHigh;
        low = productLow;
    }
}
