using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WaGen.Runtime;

// One look at 64 bytes finds the ends of all strings in them.
internal sealed partial class JsonTape
{
    private const int BlockSize = 64;

    /// <summary>Finds where the plain part of a string ends: at a quote, backslash, control character, byte outside ASCII, or the end of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quote">The index of the opening quote.</param>
    /// <param name="length">The bytes of the text.</param>
    /// <param name="tail">What <see cref="FindSpecialsInTail"/> returned for the text.</param>
    /// <param name="block">Where the block starts that <paramref name="specials"/> tells about.</param>
    /// <param name="specials">One bit for each byte of the block that no plain string contains, without those that were passed.</param>
    /// <returns>The index, <paramref name="length"/> when the text ends first.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int FindEnd(ref byte text, int quote, int length, in ulong tail, ref int block, ref ulong specials)
    {
        // In compact text the next bit is that of the opening quote. So the bits lead from string to string, and no string waits until it
        // is known where the one before it ends.
        if (specials == 0 || block + BitOperations.TrailingZeroCount(specials) != quote)
        {
            if (quote - block >= BlockSize)
            {
                block = quote & -BlockSize;
                specials = block <= length - BlockSize ? FindSpecials(ref Unsafe.Add(ref text, block)) : tail;
            }

            specials &= ulong.MaxValue << (quote - block);
        }

        specials &= specials - 1;
        while (specials == 0)
        {
            block += BlockSize;
            specials = block <= length - BlockSize ? FindSpecials(ref Unsafe.Add(ref text, block)) : tail;
        }

        int end = block + BitOperations.TrailingZeroCount(specials);
        specials &= specials - 1;
        return end;
    }

    /// <summary>Marks the bytes of a block that a plain string cannot contain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FindSpecials(ref byte block)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Specials(Vector512.LoadUnsafe(ref block)).ExtractMostSignificantBits();
        }

        if (Vector256.IsHardwareAccelerated)
        {
            return Specials(Vector256.LoadUnsafe(ref block)).ExtractMostSignificantBits()
                | ((ulong)Specials(Vector256.LoadUnsafe(ref block, 32)).ExtractMostSignificantBits() << 32);
        }

        return Specials(Vector128.LoadUnsafe(ref block)).ExtractMostSignificantBits()
            | ((ulong)Specials(Vector128.LoadUnsafe(ref block, 16)).ExtractMostSignificantBits() << 16)
            | ((ulong)Specials(Vector128.LoadUnsafe(ref block, 32)).ExtractMostSignificantBits() << 32)
            | ((ulong)Specials(Vector128.LoadUnsafe(ref block, 48)).ExtractMostSignificantBits() << 48);
    }

    // As signed numbers, control characters and everything outside ASCII are below the space.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Specials(Vector512<byte> bytes) =>
        Vector512.Equals(bytes, Vector512.Create((byte)'"'))
        | Vector512.Equals(bytes, Vector512.Create((byte)'\\'))
        | Vector512.LessThan(bytes.AsSByte(), Vector512.Create((sbyte)' ')).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Specials(Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)'"'))
        | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
        | Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)' ')).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Specials(Vector128<byte> bytes) =>
        Vector128.Equals(bytes, Vector128.Create((byte)'"'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();

    /// <summary>Marks the bytes of the last, incomplete block; everything behind the text is marked too.</summary>
    internal static ulong FindSpecialsInTail(ReadOnlySpan<byte> utf8)
    {
        int rest = utf8.Length & (BlockSize - 1);
        ulong behind = ulong.MaxValue << rest;
        if (rest == 0)
        {
            return behind;
        }

        if (utf8.Length >= BlockSize)
        {
            return behind | (FindSpecials(ref Unsafe.Add(ref MemoryMarshal.GetReference(utf8), utf8.Length - BlockSize)) >> (BlockSize - rest));
        }

        Span<byte> padded = stackalloc byte[BlockSize];
        padded.Clear();
        utf8.CopyTo(padded);
        return behind | FindSpecials(ref MemoryMarshal.GetReference(padded));
    }
}
