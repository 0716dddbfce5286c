using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WaGen.AspNetCore.Tests.Flows.Support;

/// <summary>AES-GCM as the standard words it, one bit after the other: slow, and written without a look at the code under test.</summary>
internal static class ReferenceGcm
{
    public static byte[] Seal(byte[] key, byte[] vector, byte[] plain)
    {
        byte[] encrypted = Stream(key, vector, plain);
        return [.. encrypted, .. Tag(key, vector, encrypted)];
    }

    /// <summary>The clear text, or null when the tag is wrong.</summary>
    public static byte[]? Open(byte[] key, byte[] vector, byte[] sealedText)
    {
        byte[] encrypted = sealedText[..^16];
        return Tag(key, vector, encrypted).AsSpan().SequenceEqual(sealedText.AsSpan(encrypted.Length)) ? Stream(key, vector, encrypted) : null;
    }

    private static byte[] Stream(byte[] key, byte[] vector, byte[] input)
    {
        UInt128 counter = First(key, vector);
        byte[] output = (byte[])input.Clone();
        for (int at = 0; at < output.Length; at++)
        {
            if (at % 16 == 0)
            {
                counter = (counter & ~(UInt128)uint.MaxValue) | unchecked((uint)counter + 1);
            }

            output[at] ^= Bytes(Cipher(key, counter))[at % 16];
        }

        return output;
    }

    private static byte[] Tag(byte[] key, byte[] vector, byte[] encrypted) => Bytes(Hash(Cipher(key, 0), encrypted) ^ Cipher(key, First(key, vector)));

    private static UInt128 First(byte[] key, byte[] vector) =>
        vector.Length == 12 ? Block([.. vector, 0, 0, 0, 1]) : Hash(Cipher(key, 0), vector);

    private static UInt128 Hash(UInt128 key, byte[] text)
    {
        UInt128 hash = 0;
        foreach (byte[] block in text.Chunk(16))
        {
            hash = Multiply(hash ^ Block([.. block, .. new byte[16 - block.Length]]), key);
        }

        return Multiply(hash ^ (UInt128)(text.Length * 8), key);
    }

    private static UInt128 Multiply(UInt128 x, UInt128 y)
    {
        UInt128 product = 0;
        for (int bit = 127; bit >= 0; bit--)
        {
            if (((x >> bit) & 1) == 1)
            {
                product ^= y;
            }

            y = (y & 1) == 1 ? (y >> 1) ^ ((UInt128)0xE1 << 120) : y >> 1;
        }

        return product;
    }

    private static UInt128 Cipher(byte[] key, UInt128 block)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return Block(aes.EncryptEcb(Bytes(block), PaddingMode.None));
    }

    private static UInt128 Block(byte[] bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private static byte[] Bytes(UInt128 block)
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, block);
        return bytes;
    }
}
