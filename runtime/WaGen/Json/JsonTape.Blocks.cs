using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WaGen.Runtime;

// One look at 64 bytes finds the ends of all strings in them, so that no string waits for the end of the one before it.
internal sealed partial class JsonTape
{
    private const int BlockSize = 64;

    /// <summary>Finds the first byte that a plain string cannot contain: quote, backslash, control character, or not ASCII.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to start.</param>
    /// <param name="length">The bytes of the text.</param>
    /// <param name="tail">What <see cref="FindSpecialsInTail"/> returned for the text.</param>
    /// <param name="block">Where the block starts that <paramref name="specials"/> tells about; never behind <paramref name="position"/>.</param>
    /// <param name="specials">One bit for each byte of the block that a plain string cannot contain.</param>
    /// <returns>Its index, or <paramref name="length"/> when there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int FindSpecial(ref byte text, int position, int length, in ulong tail, ref int block, ref ulong specials)
    {
        while (true)
        {
            int offset = position - block;
            if (offset < BlockSize)
            {
                ulong rest = specials >> offset;
                if (rest != 0)
                {
                    return position + BitOperations.TrailingZeroCount(rest);
                }

                position = block + BlockSize;
            }

            block = position & -BlockSize;
            specials = block <= length - BlockSize ? FindSpecials(ref Unsafe.Add(ref text, block)) : tail;
        }
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
        Span<byte> padded = stackalloc byte[BlockSize];
        padded.Clear();
        utf8[(utf8.Length & -BlockSize)..].CopyTo(padded);
        return FindSpecials(ref MemoryMarshal.GetReference(padded));
    }
}
