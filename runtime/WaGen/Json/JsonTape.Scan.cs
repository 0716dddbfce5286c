using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WaGen.Runtime;

internal sealed partial class JsonTape
{
    // Two and four bytes as they are read at once.
    private static ushort CommaQuote => BitConverter.IsLittleEndian ? (ushort)0x222C : (ushort)0x2C22;

    private static ushort ColonQuote => BitConverter.IsLittleEndian ? (ushort)0x223A : (ushort)0x3A22;

    private static uint True => BitConverter.IsLittleEndian ? 0x65757274u : 0x74727565u;

    private static uint Null => BitConverter.IsLittleEndian ? 0x6C6C756Eu : 0x6E756C6Cu;

    private static uint FalseWithoutF => BitConverter.IsLittleEndian ? 0x65736C61u : 0x616C7365u;

    /// <summary>Scans as far as the text is plain: names and strings of ASCII without escapes, whole numbers, literals, objects and arrays.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="from">What comes at the position.</param>
    /// <returns>Why the scan stopped.</returns>
    private ScanStop Scan(ReadOnlySpan<byte> utf8, ScanStep from)
    {
        // Every index below is compared with `length` or `capacity` before it is used.
        ref byte text = ref MemoryMarshal.GetReference(utf8);
        ref TapeNode nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
        int length = utf8.Length;
        int capacity = Nodes.Length;
        int count = Count;
        int position = _position;
        ScanStop stop;

        // Which bytes of the 64 from `block` on no plain string contains, without those that were passed.
        int block = -BlockSize;
        ulong specials = 0;
        int end;

        // The bracket that closes the innermost open container, 0 when none is open. While a container is open, its Next holds the one around it,
        // and its Length how deep it is.
        uint closer = _parent < 0 ? 0u : Closer(Unsafe.Add(ref nodes, _parent).Kind);
        uint current;

        switch (from)
        {
            case ScanStep.AfterValue:
                goto AfterValue;
            case ScanStep.Name:
                goto Name;
            case ScanStep.AfterName:
                goto AfterName;
        }

    Value:
        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current <= ' ')
        {
            if (!IsWhiteSpace(current))
            {
                goto Scalar;
            }

            position++;
            goto Value;
        }

        // A name and its value need two nodes; the name asks for both.
        if (count >= capacity)
        {
            stop = ScanStop.FullBeforeValue;
            goto Stop;
        }

        if (current == '"')
        {
            goto Text;
        }

        if (current is '{' or '[')
        {
            goto Open;
        }

        goto Scalar;

    Text:
        end = FindEnd(ref text, position, length, in _tailSpecials, ref block, ref specials);
        if (end >= length || Unsafe.Add(ref text, end) != (byte)'"')
        {
            stop = ScanStop.Text;
            goto Stop;
        }

        ref TapeNode content = ref Unsafe.Add(ref nodes, count);
        content.Offset = position + 1;
        content.Length = end - position - 1;
        content.Next = ++count;
        content.Kind = JsonKind.String;
        content.Escaped = false;
        position = end + 1;

        // Compact text goes straight on to the next name.
        if (position + 1 < length && closer == '}' && Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, position)) == CommaQuote)
        {
            position++;
            goto NameText;
        }

    AfterValue:
        if (closer == 0)
        {
            stop = ScanStop.End;
            goto Stop;
        }

        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current == ',')
        {
            position++;
            if (closer == '}')
            {
                goto Name;
            }

            goto Value;
        }

        if (current == closer)
        {
            goto Close;
        }

        if (!IsWhiteSpace(current))
        {
            _faultKind = JsonFaultKind.ExpectedCommaOrEnd;
            goto Fault;
        }

        position++;
        goto AfterValue;

    Close:
        position++;
        ref TapeNode container = ref Unsafe.Add(ref nodes, _parent);
        _parent = container.Next;
        container.Next = count;
        container.Length = position - container.Offset;
        closer = _parent < 0 ? 0u : Closer(Unsafe.Add(ref nodes, _parent).Kind);

        goto AfterValue;

    Name:
        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current != '"')
        {
            if (!IsWhiteSpace(current))
            {
                _faultKind = JsonFaultKind.ExpectedName;
                goto Fault;
            }

            position++;
            goto Name;
        }

    NameText:
        if (count + 2 > capacity)
        {
            stop = ScanStop.FullBeforeName;
            goto Stop;
        }

        end = FindEnd(ref text, position, length, in _tailSpecials, ref block, ref specials);
        if (end >= length || Unsafe.Add(ref text, end) != (byte)'"')
        {
            stop = ScanStop.Name;
            goto Stop;
        }

        ref TapeNode name = ref Unsafe.Add(ref nodes, count);
        name.Offset = position + 1;
        name.Length = end - position - 1;
        name.Next = ++count;
        name.Kind = JsonKind.String;
        name.Escaped = false;
        position = end + 1;
        if (position + 1 < length && Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, position)) == ColonQuote)
        {
            position++;
            goto Text;
        }

    AfterName:
        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current == ':')
        {
            position++;
            goto Value;
        }

        if (!IsWhiteSpace(current))
        {
            _faultKind = JsonFaultKind.ExpectedColon;
            goto Fault;
        }

        position++;
        goto AfterName;

    Open:
        int depth = _parent < 0 ? 1 : Unsafe.Add(ref nodes, _parent).Length + 1;
        if (depth > MaxDepth)
        {
            _faultKind = JsonFaultKind.TooDeep;
            goto Fault;
        }

        ref TapeNode opened = ref Unsafe.Add(ref nodes, count);
        opened.Offset = position;
        opened.Length = depth;
        opened.Next = _parent;
        opened.Kind = current == '{' ? JsonKind.Object : JsonKind.Array;
        opened.Escaped = false;
        closer = Closer(opened.Kind);
        _parent = count++;

    AfterOpen:
        position++;
        if (position >= length)
        {
            goto Truncated;
        }

        current = Unsafe.Add(ref text, position);
        if (current == closer)
        {
            goto Close;
        }

        if (IsWhiteSpace(current))
        {
            goto AfterOpen;
        }

        if (closer == '}')
        {
            goto Name;
        }

        goto Value;

    Scalar:
        end = position;
        if (current is >= '1' and <= '9')
        {
            do
            {
                end++;
            }
            while (end < length && Unsafe.Add(ref text, end) is >= (byte)'0' and <= (byte)'9');

            if (end < length && Unsafe.Add(ref text, end) is (byte)'.' or (byte)'e' or (byte)'E')
            {
                goto UnusualScalar;
            }

            current = (uint)JsonKind.Number;
        }
        else if (current == 't' && position + 4 <= length && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, position)) == True)
        {
            end += 4;
            current = (uint)JsonKind.True;
        }
        else if (current == 'f' && position + 5 <= length && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, position + 1)) == FalseWithoutF)
        {
            end += 5;
            current = (uint)JsonKind.False;
        }
        else if (current == 'n' && position + 4 <= length && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, position)) == Null)
        {
            end += 4;
            current = (uint)JsonKind.Null;
        }
        else
        {
            goto UnusualScalar;
        }

        ref TapeNode scalar = ref Unsafe.Add(ref nodes, count);
        scalar.Offset = position;
        scalar.Length = end - position;
        scalar.Next = ++count;
        scalar.Kind = (JsonKind)current;
        scalar.Escaped = false;
        position = end;
        goto AfterValue;

    UnusualScalar:
        stop = ScanStop.Scalar;
        goto Stop;

    Truncated:
        position = length;
        _faultKind = JsonFaultKind.UnexpectedEnd;

    Fault:
        stop = ScanStop.Fault;

    Stop:
        Count = count;
        _position = position;
        return stop;
    }

    private static uint Closer(JsonKind kind) => kind == JsonKind.Object ? '}' : (uint)']';

    private static bool IsWhiteSpace(uint value) => value is ' ' or '\n' or '\r' or '\t';
}
