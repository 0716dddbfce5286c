using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WaGen.Runtime;

internal sealed partial class JsonTape
{
    /// <summary>Parses a text by RFC 8259, strictly: no comments, no trailing commas, valid UTF-8 everywhere.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="anyRoot">Whether the root may be something else than an object.</param>
    /// <param name="fault">Why and where the text is wrong.</param>
    /// <returns>Whether the text is valid; if not, there are no nodes.</returns>
    public bool TryParse(ReadOnlySpan<byte> utf8, bool anyRoot, out JsonFault fault)
    {
        Count = 0;
        if (Nodes.Length < (utf8.Length / 8) + 16)
        {
            Grow(used: 0, needed: (utf8.Length / 8) + 16);
        }

        // Every index below is compared with `length` or `capacity` before it is used.
        ref byte text = ref MemoryMarshal.GetReference(utf8);
        ref TapeNode nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
        int capacity = Nodes.Length;
        int length = utf8.Length;
        int count = 0;
        int depth = 0;

        // The innermost open container, and the bracket that closes it. While a container is open, its Next holds the one around it.
        int parent = -1;
        byte closer = 0;

        int position = SkipWhiteSpace(utf8, 0);
        int end;
        JsonFaultKind kind = CheckStart(utf8, position, anyRoot);
        if (kind != JsonFaultKind.None)
        {
            goto Fault;
        }

    Value:
        if (position >= length)
        {
            goto Truncated;
        }

        byte current = Unsafe.Add(ref text, position);
        if (current <= (byte)' ')
        {
            position = SkipWhiteSpace(utf8, position);
            if (position >= length)
            {
                goto Truncated;
            }

            current = Unsafe.Add(ref text, position);
        }

        // A name and its value need two nodes; the name asks for both.
        if (count >= capacity)
        {
            Grow(count, count + 1);
            nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
            capacity = Nodes.Length;
        }

        ref TapeNode node = ref Unsafe.Add(ref nodes, count);
        node.Offset = position;
        if (current == (byte)'"')
        {
            position++;
            end = FindSpecial(ref text, position, length);
            bool escaped = false;
            if (end >= length || Unsafe.Add(ref text, end) != (byte)'"')
            {
                end = ScanUnusual(utf8, position, end);
                if (end < 0)
                {
                    goto ScanFault;
                }

                escaped = _escaped;
            }

            node.Offset = position;
            node.Length = end - position;
            node.Next = ++count;
            node.Kind = JsonKind.String;
            node.Escaped = escaped;
            position = end + 1;
            goto AfterValue;
        }

        if (current is (byte)'{' or (byte)'[')
        {
            if (++depth > MaxDepth)
            {
                kind = JsonFaultKind.TooDeep;
                goto Fault;
            }

            node.Next = parent;
            node.Escaped = false;
            parent = count++;
            position++;
            if (current == (byte)'{')
            {
                node.Kind = JsonKind.Object;
                closer = (byte)'}';
            }
            else
            {
                node.Kind = JsonKind.Array;
                closer = (byte)']';
            }

            if (position < length && Unsafe.Add(ref text, position) <= (byte)' ')
            {
                position = SkipWhiteSpace(utf8, position);
            }

            if (position >= length)
            {
                goto Truncated;
            }

            if (Unsafe.Add(ref text, position) == closer)
            {
                goto Close;
            }

            if (current == (byte)'{')
            {
                goto Name;
            }

            goto Value;
        }

        node.Kind = ScalarKind(current);
        end = node.Kind == JsonKind.Number ? ScanNumber(utf8, position) : ScanLiteral(utf8, position, node.Kind);
        if (end < 0)
        {
            goto ScanFault;
        }

        node.Length = end - position;
        node.Next = ++count;
        node.Escaped = false;
        position = end;

    AfterValue:
        if (parent < 0)
        {
            goto Done;
        }

        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current <= (byte)' ')
        {
            position = SkipWhiteSpace(utf8, position);
            if (position >= length)
            {
                goto Truncated;
            }

            current = Unsafe.Add(ref text, position);
        }

        if (current == (byte)',')
        {
            position++;
            if (closer == (byte)'}')
            {
                goto Name;
            }

            goto Value;
        }

        if (current != closer)
        {
            kind = JsonFaultKind.ExpectedCommaOrEnd;
            goto Fault;
        }

    Close:
        position++;
        depth--;
        ref TapeNode container = ref Unsafe.Add(ref nodes, parent);
        parent = container.Next;
        container.Next = count;
        container.Length = position - container.Offset;
        if (parent >= 0)
        {
            closer = Unsafe.Add(ref nodes, parent).Kind == JsonKind.Object ? (byte)'}' : (byte)']';
        }

        goto AfterValue;

    Name:
        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current != (byte)'"')
        {
            position = SkipWhiteSpace(utf8, position);
            if (position >= length)
            {
                goto Truncated;
            }

            if (Unsafe.Add(ref text, position) != (byte)'"')
            {
                kind = JsonFaultKind.ExpectedName;
                goto Fault;
            }
        }

        position++;
        end = FindSpecial(ref text, position, length);
        bool escapedName = false;
        if (end >= length || Unsafe.Add(ref text, end) != (byte)'"')
        {
            end = ScanUnusual(utf8, position, end);
            if (end < 0)
            {
                goto ScanFault;
            }

            escapedName = _escaped;
        }

        if (count + 2 > capacity)
        {
            Grow(count, count + 2);
            nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
            capacity = Nodes.Length;
        }

        ref TapeNode name = ref Unsafe.Add(ref nodes, count);
        name.Offset = position;
        name.Length = end - position;
        name.Next = ++count;
        name.Kind = JsonKind.String;
        name.Escaped = escapedName;

        position = end + 1;
        if (position < length && Unsafe.Add(ref text, position) == (byte)':')
        {
            position++;
            goto Value;
        }

        position = SkipWhiteSpace(utf8, position);
        if (position >= length)
        {
            goto Truncated;
        }

        if (Unsafe.Add(ref text, position) != (byte)':')
        {
            kind = JsonFaultKind.ExpectedColon;
            goto Fault;
        }

        position++;
        goto Value;

    Done:
        position = SkipWhiteSpace(utf8, position);
        if (position < length)
        {
            kind = JsonFaultKind.TrailingData;
            goto Fault;
        }

        Count = count;
        fault = default;
        return true;

    ScanFault:
        fault = new JsonFault(_faultKind, ~end);
        return false;

    Truncated:
        fault = new JsonFault(JsonFaultKind.UnexpectedEnd, length);
        return false;

    Fault:
        fault = new JsonFault(kind, position);
        return false;
    }

    /// <summary>Finds the first byte that a plain string cannot contain: quote, backslash, control character, or not ASCII.</summary>
    /// <returns>Its index, or <paramref name="length"/> when there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int FindSpecial(ref byte text, int position, int length)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            while (position <= length - Vector128<byte>.Count)
            {
                Vector128<byte> block = Vector128.LoadUnsafe(ref text, (nuint)(uint)position);

                // As signed numbers, control characters and everything outside ASCII are below the space.
                Vector128<byte> special = Vector128.Equals(block, Vector128.Create((byte)'"'))
                    | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                    | Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();
                uint mask = special.ExtractMostSignificantBits();
                if (mask != 0)
                {
                    return position + BitOperations.TrailingZeroCount(mask);
                }

                position += Vector128<byte>.Count;
            }
        }

        return FindSpecialInTail(ref text, position, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindSpecialInTail(ref byte text, int position, int length)
    {
        while (position < length)
        {
            byte value = Unsafe.Add(ref text, position);
            if (value is (byte)'"' or (byte)'\\' || (sbyte)value < (sbyte)' ')
            {
                break;
            }

            position++;
        }

        return position;
    }
}
