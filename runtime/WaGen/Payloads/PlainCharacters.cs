using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WaGen.Runtime;

/// <summary>Copies the characters that stand in a JSON string as they are: ASCII without control characters, quotes and backslashes.</summary>
/// <remarks>
/// Checking and narrowing is one pass. The last block of a text overlaps the one before, so that nothing is left over for a slower loop.
/// Narrowing saturates: what is no ASCII becomes 0x80 or more, which is negative as a signed number and so less than the first plain character.
/// </remarks>
internal static class PlainCharacters
{
    private const sbyte FirstPlain = 0x20;

    /// <summary>Copies the plain characters that the text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Has room for as many bytes as the text has characters; those behind the copied ones are overwritten.</param>
    /// <returns>How many characters were copied; less than the length of the text when one follows that is not plain.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Copy(ReadOnlySpan<char> text, ref byte destination)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        int length = text.Length;
        if (!Vector128.IsHardwareAccelerated || length < 4)
        {
            return CopyEach(ref source, length, ref destination);
        }

        if (length <= 16)
        {
            return length < 8 ? CopyFours(ref source, length, ref destination) : CopyEights(ref source, length, ref destination);
        }

        return length < 32 || !Vector256.IsHardwareAccelerated ? Copy128(ref source, length, ref destination) : Copy256(ref source, length, ref destination);
    }

    private static int CopyEach(ref ushort source, int length, ref byte destination)
    {
        for (int index = 0; index < length; index++)
        {
            ushort c = Unsafe.Add(ref source, index);
            if (c is < 0x20 or > 0x7F or '"' or '\\')
            {
                return index;
            }

            Unsafe.Add(ref destination, index) = (byte)c;
        }

        return length;
    }

    /// <summary>Copies 4 to 8 characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CopyFours(ref ushort source, int length, ref byte destination)
    {
        int second = length - 4;
        Vector128<ushort> fours = Vector128.Create(
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref source)),
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, second)))).AsUInt16();
        Vector128<byte> narrow = Vector128.NarrowWithSaturation(fours, fours);
        Unsafe.WriteUnaligned(ref destination, narrow.AsUInt32().ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, second), narrow.AsUInt32().GetElement(1));
        Vector128<byte> special = Special(narrow);
        return special == Vector128<byte>.Zero ? length : First(special, half: 4, second);
    }

    /// <summary>Copies 8 to 16 characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CopyEights(ref ushort source, int length, ref byte destination)
    {
        int second = length - 8;
        Vector128<byte> narrow = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, (nuint)second));
        Unsafe.WriteUnaligned(ref destination, narrow.AsUInt64().ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, second), narrow.AsUInt64().GetElement(1));
        Vector128<byte> special = Special(narrow);
        return special == Vector128<byte>.Zero ? length : First(special, half: 8, second);
    }

    /// <summary>Copies 16 characters or more.</summary>
    private static int Copy128(ref ushort source, int length, ref byte destination)
    {
        int last = length - 16;
        for (int index = 0; ; index = Math.Min(index + 16, last))
        {
            Vector128<byte> narrow = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, (nuint)index), Vector128.LoadUnsafe(ref source, (nuint)index + 8));
            narrow.StoreUnsafe(ref destination, (nuint)index);
            Vector128<byte> special = Special(narrow);
            if (special != Vector128<byte>.Zero)
            {
                return index + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
            }

            if (index == last)
            {
                return length;
            }
        }
    }

    /// <summary>Copies 32 characters or more.</summary>
    private static int Copy256(ref ushort source, int length, ref byte destination)
    {
        int last = length - 32;
        for (int index = 0; ; index = Math.Min(index + 32, last))
        {
            Vector256<byte> narrow = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref source, (nuint)index), Vector256.LoadUnsafe(ref source, (nuint)index + 16));
            narrow.StoreUnsafe(ref destination, (nuint)index);
            Vector256<byte> special = Vector256.LessThan(narrow.AsSByte(), Vector256.Create(FirstPlain)).AsByte()
                | Vector256.Equals(narrow, Vector256.Create((byte)'"'))
                | Vector256.Equals(narrow, Vector256.Create((byte)'\\'));
            if (special != Vector256<byte>.Zero)
            {
                return index + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
            }

            if (index == last)
            {
                return length;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Special(Vector128<byte> narrow) =>
        Vector128.LessThan(narrow.AsSByte(), Vector128.Create(FirstPlain)).AsByte()
        | Vector128.Equals(narrow, Vector128.Create((byte)'"'))
        | Vector128.Equals(narrow, Vector128.Create((byte)'\\'));

    /// <summary>Tells where the first special character is when the vector holds two parts of a text.</summary>
    private static int First(Vector128<byte> special, int half, int second)
    {
        int first = BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
        return first < half ? first : second + first - half;
    }
}
